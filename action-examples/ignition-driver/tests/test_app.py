import json
import unittest

from demo_driver.app import create_app, version


class AppTest(unittest.TestCase):
    def test_every_request_succeeds(self):
        answers = []
        [body] = create_app()({}, lambda status, headers: answers.append(status))
        self.assertEqual(answers, ['200 OK'])
        self.assertEqual(json.loads(body), {'status': 'COMPLETE', 'version': version()})
