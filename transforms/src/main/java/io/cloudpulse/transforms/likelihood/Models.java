package io.cloudpulse.transforms.likelihood;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The models of a folder, for those who give them always the same. */
record Models(ModelFolder folder, FeatureSchema given) {
  Model load(String id) throws IOException {
    return folder.load(id, given);
  }

  Optional<String> current() throws IOException {
    return folder.current();
  }

  /**
   * The one that the folder names; if that cannot be used, the newest that can.
   *
   * @throws IOException if there is none, with what is wrong with each
   */
  Model best() throws IOException {
    Set<String> ids = new LinkedHashSet<>(folder.current().stream().toList());
    ids.addAll(folder.all());
    List<String> reasons = new ArrayList<>();
    for (String id : ids) {
      try {
        return load(id);
      } catch (UnfitModelException unfit) {
        reasons.add(unfit.getMessage());
      }
    }
    throw new IOException(
        "There is no model in %s that can be used%s"
            .formatted(
                folder.address(), reasons.isEmpty() ? "" : ":\n" + String.join("\n", reasons)));
  }
}
