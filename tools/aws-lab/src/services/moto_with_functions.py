"""moto's server, whose functions run: a function with the variable LAB_FUNCTION_URL is what answers at that address.

By itself moto runs functions in Docker or gives back what they were called with. The answer's header x-amz-function-error says, as
Lambda's does, that the body is an error with errorType and errorMessage.
"""

import sys
import urllib.request

from moto.awslambda_simple.models import LambdaSimpleBackend
from moto.server import main

echo = LambdaSimpleBackend.invoke


def invoke(self, function_name, qualifier, body, headers, response_headers):
    address = self.get_function(function_name, qualifier).environment_vars.get("LAB_FUNCTION_URL")
    if address is None:
        return echo(self, function_name, qualifier, body, headers, response_headers)
    data = body if isinstance(body, bytes) else (body or "{}").encode()
    with urllib.request.urlopen(urllib.request.Request(address, data=data), timeout=300) as answer:
        error = answer.headers.get("x-amz-function-error")
        if error is not None:
            response_headers["x-amz-function-error"] = error
        return answer.read()


LambdaSimpleBackend.invoke = invoke
sys.exit(main())
