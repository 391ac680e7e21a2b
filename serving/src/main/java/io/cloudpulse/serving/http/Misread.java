package io.cloudpulse.serving.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what the server cannot read as a request, before any route sees it: as a problem too. */
final class Misread extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    String id = SafeHeaders.requestId(request.getHeaders().get(SafeHeaders.REQUEST_ID));
    SafeHeaders.ALL.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(SafeHeaders.REQUEST_ID, id);
    response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE));
    byte[] document = problem(status).document(path(request), id);
    response.write(true, ByteBuffer.wrap(document), callback);
  }

  private static Problem problem(int status) {
    return status != 500
        ? Problem.of(status, HttpStatus.getMessage(status), "The server cannot read the request.")
        : Problem.of(status, "It failed", "The log says why, under the request's name.");
  }

  /** As far as it can be read; Jetty has a name of its own for one that cannot. */
  private static String path(Request request) {
    String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
    return path == null || path.equals("/badMessage") ? "" : path;
  }
}
