package io.cloudpulse.pipelines.local;

import java.util.Optional;

/** A service of which only its server has ways of its own. */
abstract class ControlledService<R extends RunningService> implements LocalService {
  private final String name;

  ControlledService(String name) {
    this.name = name;
  }

  /** What starts and stops it, on its port and with its settings. */
  abstract ServiceControl<R> control();

  @Override
  public final String name() {
    return name;
  }

  /**
   * {@inheritDoc} Settings of this object do not change a server that already runs.
   *
   * @throws LocalServiceException if it cannot start, with the last lines of its log
   */
  @Override
  public final R start() {
    return control().start();
  }

  @Override
  public final Optional<R> running() {
    return control().running();
  }

  @Override
  public final void stop() {
    control().stop();
  }

  /** {@inheritDoc} Its unpacked programs stay. */
  @Override
  public final void wipe() {
    control().wipe();
  }
}
