package io.cloudpulse.transforms.likelihood;

import java.io.IOException;
import java.util.List;

/** A model is there, but cannot be used. Says every reason at once. */
public final class UnfitModelException extends IOException {
  private static final long serialVersionUID = 1;

  UnfitModelException(String address, List<String> reasons) {
    super(address + " cannot be used: " + String.join("; ", reasons));
  }
}
