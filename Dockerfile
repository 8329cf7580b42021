# The page, the command line and the Chroma server in one image: all three take the same pinned packages.
# docs/deployment.md says how it is run. The first stage sets up and builds the library; the second only serves.
ARG PYTHON_IMAGE=python:3.11-slim-trixie
FROM ${PYTHON_IMAGE} AS setup

# Where pip finds CPU builds of torch: without it the registry's own build brings gigabytes for graphics cards.
ARG TORCH_INDEX=""
WORKDIR /srv/assistant
RUN python -m venv /opt/venv
COPY requirements.txt ./
RUN /opt/venv/bin/pip install --no-cache-dir ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} -r requirements.txt
COPY . .
RUN ASSISTANT_DATA=/srv/data /opt/venv/bin/python ingest.py build

FROM ${PYTHON_IMAGE}

RUN useradd --uid 10001 --no-create-home --home-dir /tmp assistant && install --directory --owner=assistant /srv/chroma
COPY --from=setup /opt/venv /opt/venv
COPY --from=setup /srv/assistant /srv/assistant
COPY --from=setup --chown=10001 /srv/data /srv/data
WORKDIR /srv/assistant
ENV PATH=/opt/venv/bin:$PATH \
    HOME=/tmp \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ASSISTANT_DATA=/srv/data \
    ASSISTANT_HOST=0.0.0.0
USER 10001
VOLUME /srv/data
EXPOSE 8501
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["python", "-m", "assistant", "serve"]
