import json

from setuptools import find_namespace_packages, setup

with open('osvimdriver/pkg_info.json') as file:
    info = json.load(file)

with open('DESCRIPTION.md') as file:
    description = file.read()

# 1.0.0 has `==1.0.0` in pkg_info.json, today's main has `3.6.3`.
ignition = info['ignition-version'].removeprefix('==')

setup(
    name='os-vim-driver',
    version=info['version'],
    description='Openstack implementation of a VIM driver, for the example of a release',
    long_description=description,
    long_description_content_type='text/markdown',
    packages=find_namespace_packages(include=['osvimdriver*']),
    include_package_data=True,
    # The real driver always needs it. Here it is an extra, so that the image can be built without it.
    extras_require={'ignition': [f'ignition-framework=={ignition}']},
    scripts=['osvimdriver/bin/ovd'],
)
