package io.cloudpulse.serving.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells those who remember what they read that a write of ours can be seen now. */
public final class Changes {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Something that was written here is where it is read from. */
  public void seen() {
    listeners.forEach(Runnable::run);
  }
}
