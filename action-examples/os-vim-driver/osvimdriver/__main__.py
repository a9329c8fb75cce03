from wsgiref.simple_server import make_server

from .app import create_app, version

PORT = 8292


def main():
    print(f'os-vim-driver {version()} listens on {PORT}')
    make_server('', PORT, create_app()).serve_forever()


if __name__ == '__main__':
    main()
