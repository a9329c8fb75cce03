import json
import unittest

from osvimdriver.app import create_app, version


class AppTest(unittest.TestCase):
    def test_every_stack_is_there(self):
        answers = []
        [body] = create_app()({}, lambda status, headers: answers.append(status))
        self.assertEqual(answers, ['200 OK'])
        self.assertEqual(json.loads(body), {'status': 'COMPLETE', 'version': version()})
