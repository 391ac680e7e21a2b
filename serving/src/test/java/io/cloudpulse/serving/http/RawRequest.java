package io.cloudpulse.serving.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as no client would send it, and all that is answered. */
public final class RawRequest {
  private static final int PATIENCE = 10_000;

  private RawRequest() {}

  /**
   * Sends text, each character a byte.
   *
   * @param line the request's first line
   * @param rest headers and body, each line with its end
   */
  public static String answer(int port, String line, String rest) throws IOException {
    return to(
        port, line + "\r\nHost: localhost:" + port + "\r\nConnection: close\r\n" + rest + "\r\n");
  }

  /** Sends a whole request that says by itself that the connection is to end. */
  public static String to(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
