import json
from importlib.resources import files


def version():
    return json.loads((files(__package__) / 'pkg_info.json').read_text())['version']


def create_app():
    """Answers every request as if its stack were there."""

    def application(environ, start_response):
        body = json.dumps({'status': 'COMPLETE', 'version': version()}).encode()
        start_response('200 OK', [('Content-Type', 'application/json'), ('Content-Length', str(len(body)))])
        return [body]

    return application
