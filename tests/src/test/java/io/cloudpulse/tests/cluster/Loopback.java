package io.cloudpulse.tests.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** This machine, as it is seen by itself alone. */
final class Loopback {
  private Loopback() {}

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
