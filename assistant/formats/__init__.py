"""One module a format: each turns the bytes of a file into a Document.

They run in the child process of `reading` only, for a file may have been made to harm its reader. They open no
other file and no connection.
"""
