"""Words that a sentence may have although its passage does not: they bring nothing new, or say what a word there says.

`HARMLESS` words join, give, name or happen; none of them says who, when, how much, for what or whether one may. Of a
group in `ALIKE` one may stand for another. No word for a span of time, a body, a kind of worker, a beginning or an end
belongs here. What is done with them: `wording`.
"""

# ruff: noqa: E501 a group of words is a line
from __future__ import annotations

import re
from typing import Final

HARMLESS: Final = {
    "ru": """
        брать берет взять получить получает получают получен получил получена привести приведший приведет дать
        дает дают даст делать делает делается сделать идти идет происходит происходить пройти проходит
        проходят касается касаться касающихся относится относятся относящихся назвать называет назван называют
        указать указывает указан указаны описать прописать прописывают записать записано говорит говорится
        иной иное некоторый некоторых другой другие других прочих данный данные такой согласно соответствии
        соответствующий относительно случай случае случаях условие условии условиях требование требований
        действует действуют например именно сюда туда человек человека люди людей лицо лица тому вид виде
        образом порядок порядке пределах оформить оформляет провести проводит проводят исполнить исполнение
        осуществляет осуществлять осуществление имеется имеются иметься находится находиться находящийся
        находясь приходится состоит состоять войти входит входят включать включает включая учитывает учитывая
        учесть учитываются использовать используется применять применяет применяется применяются
        распространяется основание основании причина причине причинам результат результатам итог итога связи
        поэтому значит означает возникает возникнуть возникают появиться появления появление появился длится
        продолжается продолжительность текст положение положения норма нормы правило правила затем потом
        будучи ставший стать став среди около выполнить выполняет выполнение предусмотреть предусматривает
        установить устанавливает определить определяет пока какой каких собственный ваш будущий кроме
        исключение исключением запрещает запрещается недопустимо допускается допускать разрешается позволяет
        требует требуется должность прежде назначить назначает назначают больше января февраля марта апреля
        мая июня июля августа сентября октября ноября декабря дольше оба обе возможно возможен возможна
        возможность считается считая признать признают оказаться оказался остается остаться стоит новый новых
        старый ради вокруг сторона стороны сфере
        """,
    "kk": """
        айту айтады айтылған аталған атап алу алып алған аударады беру беріп берген беріледі береді болған
        болатын деген деп дейді ету етеді еткен етілген етіледі жасау жасайды жасаған жасалады жүргізу
        жүргізіледі жүргізеді жүреді жатады жататын жатқан қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз
        қыркүйек қазан қараша желтоқсан көбі көп бірақ алайда тыйым салынады салады рұқсат етпейді етпеу
        нормасы екеуі басталғанша болсаңыз қалай деңгейде жайлы жөнінде жөніндегі жолмен жол кейбір келеді
        келген кету кетеді кіреді кіретін кіру қалады қалған қалу қалпы қойылады қою қойған қосылады қосу
        қарай қарастырылған көзделген көрсетілген көрсетеді мәлімет мұнда мұның мәнінде нақты негізінде
        отырған отыр орындау орындайды орындалады орын өзге өзгеше өтеді өту өткізеді рет ретінде саналады сай
        сайын сәйкес сияқты себебі себептен сондай-ақ сөз талап талаптар тиісінше түрде түсінік түседі түсу
        тұру тұрған тұрады түр тағы усыну ұсынады ұсынылатын үлгі уақыт уақытта уақытша шақ шығады шығу шыққан
        шығару шегінде шегі шарт шартты шарттар арада арасында аралығында арналған ауысады анықтайды
        анықталған белгіленген белгілейді бекітеді бекітіледі бұған бұдан будан барлығы басқаша басқа бойы
        бірге бөлек екені емессіз есептеледі есептелетін есепке жеке жағдай жағдайда жағынан кездегі келесі
        осыған осындай содан сіз сізге сіздің сізді адам адамға адамның адамдар кісі
        """,
    "en": """
        january february march april june july august september october november december about above able
        accordingly bar barred barring ban bans banned between both bound cannot check checks checked duty
        duties forbid forbids forbidden prohibit prohibited prohibits provide provided provides save limit
        limits limited longer next once after also added adds along already although among anything apart
        around away be became because become becomes becoming before being below bring brings call called
        calls carried carries carry case cases come comes coming concerned concerning concerns cover covered
        covers detail details directly doing fall falls find finds first follow following follows form found
        full gave give given gives giving go goes going gone happen happened happens hand held hold holds how
        however include included includes including instance keep keeping keeps kept kind lay laid lead leads
        let lets lie lies like listed look made making manner matter mean means mentioned much name named
        namely names need needed needs nor note now occur occurs own part per place places put puts reach
        regarding relate related relates relating rely resulting rule rules run runs said see seen set sets so
        some someone something still such take taken takes taking tell telling tells thing things though
        through thus together toward treat treated turn turns under up upon use used uses using via way ways
        well went whatever where whether whichever whoever within would yet
        """,
}

ALIKE: Final = {
    "ru": """
        увольнять уволить уволен увольнение уволится расторгнуть расторгает расторжение прекратить прекращает прекращение
        зарплата заработная заработок оплата
        платить платит платят выплатить выплачивать выплачивает выплата заплатить оплатить оплачивать перечислить перечисляет перечисление уплатить уплачивает уплата деньги сумма
        сообщить сообщает извещать известить извещает уведомить уведомляет уведомление информировать проинформировать предупредить
        знакомить знакомят ознакомить ознакомление
        госорган государственный органы
        госинспектор инспектор
        нпа нормативный правовой
        выявить выявлен обнаружить обнаружив обнаружение установить установлен
        устанавливает установить установлен определяет определить утвердить утверждает
        направить направляет подать подает отправить отправляет послать
        дать дает выдать выдает выдавать передать передает вручить отдать предоставить предоставляет представить представляет
        рассмотреть рассматривает рассмотрение разобрать разбирает
        создать создает образовать образует сформировать формирует
        удержать удержание удерживает вычесть вычет вычитать
        обеспечить обеспечивает обеспечение гарантировать гарантирует
        нарушить нарушение нарушает несоблюдение соблюдать соблюдать
        причинить причиненный нанести нанесенный
        вернуть возвращает возврат забрать отозвать отзыв
        истечение истечь пройти прошли
        охрана защита защищать
        договориться договариваются соглашение
        узнать узнает известно стало
        деятельность заниматься занимается
        угрожает угроза грозит опасность
        тенге валюта национальный
        день дня дней дни днем дневный дневного
        год года годы лет летний годичный
        раз раза кратный кратном
        """,
    "kk": """
        төлеу төлейді төленеді төлем төлемі аудару аударады аударылады ақша сома
        жалақы еңбекақы айлығы
        хабарлау хабарлайды хабарлама хабардар ескерту ескертеді айту айтады
        бұзу бұзады бұзылады тоқтату тоқтатады тоқтатылады доғару үзу
        жұмыстан шығару жұмыстан босату
        бекіту бекітеді белгілеу белгілейді айқындау айқындайды анықтау анықтайды
        жіберу жібереді жолдау жолдайды тапсыру тапсырады беру береді ұсыну ұсынады табыстау
        қызметкер жұмыскер
        жою өшіру алып тастау
        қарау қарайды тексеру
        құру құрады құрылады жасақтау
        ұстау ұсталады шегеру
        қамтамасыз ету қамтиды
        келісім келісу келіссе
        қауіп қатер
        сақтау сақталады сақталған
        жеңілдік артықшылық
        кірісу басталу
        жүгіну жүгінеді өтініш
        теңге валюта ұлттық
        """,
    "en": """
        pay pays paid payment payments transfer transfers money sum amount
        wage wages pay salary
        dismiss dismissed dismissal dismisses terminate terminates termination end ends
        notify notifies notified notification notice inform informs informed tell tells told acquaint acquainted
        give gives given hand hands provide provides provided issue issues issued supply submit submits present presents
        send sends sent submit submits file files
        set sets determine determines determined establish establishes established fix fixed define defines lay laid
        approve approves approved adopt adopts
        consider considers hear hears examine examines
        create creates created form forms formed establish
        withhold withheld deduct deducted deduction
        ensure ensures guarantee guarantees secure
        violate violates violation breach breaches broke broken
        found find discover discovered detect detected reveal revealed identify identified
        worker workers employee employees staff
        request requests requested demand demands demanded ask asks asked
        agree agrees agreed agreement
        keep keeps retain retains retained preserve
        got get obtain obtains obtained receive receives received
        danger dangers threat threatens risk
        tenge currency national
        """,
}

ONESELF: Final = {
    "ru": re.compile(r"\bсам(?:а|о|и|ого|ому|ой|их|им)?\b|\bсеб[ея]\b"),
    "kk": re.compile(r"\bөз(?:і|дері|іне|дігінен|інің)\b"),
    "en": re.compile(r"\b(?:itself|himself|herself|themselves|oneself)\b"),
}
