package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Ports of this machine's loopback interface. */
final class LocalPort {
  private static final int ANY = 0;

  private LocalPort() {}

  /** The first free one of those given, else one that the kernel picks. */
  static int firstFree(List<Integer> wishes) throws IOException {
    for (int wish : wishes) {
      if (isFree(wish)) {
        return wish;
      }
    }
    return bound(ANY);
  }

  static boolean isFree(int port) {
    try {
      return bound(port) == port;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int bound(int port) throws IOException {
    try (ServerSocket socket =
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }
}
