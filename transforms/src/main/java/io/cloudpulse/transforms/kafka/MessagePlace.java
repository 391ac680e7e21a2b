package io.cloudpulse.transforms.kafka;

import java.io.Serializable;
import java.util.List;

/** Where messages are, and how they are written. */
public interface MessagePlace extends Serializable {
  /** Name of the dataset's layout that every message has; empty to tell by the message. */
  String layout();

  /** Names of the columns of CSV messages; empty for the dataset's own. */
  List<String> header();

  /** For messages and for dead letters; nothing secret. */
  String place();

  /** One partition of it: the source of its records in dead letters. */
  String place(int partition);

  /** What the key of a message without a key of its own begins with. */
  String keySource(int partition);
}
