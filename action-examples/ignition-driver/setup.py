import json

from setuptools import find_namespace_packages, setup

with open('demo_driver/pkg_info.json') as file:
    info = json.load(file)

with open('DESCRIPTION.md') as file:
    description = file.read()

setup(
    name='demo-driver',
    version=info['version'],
    description='A driver that does nothing, for the example of a release',
    long_description=description,
    long_description_content_type='text/markdown',
    packages=find_namespace_packages(include=['demo_driver*']),
    include_package_data=True,
    entry_points={'console_scripts': ['demo-driver=demo_driver.__main__:main']},
)
