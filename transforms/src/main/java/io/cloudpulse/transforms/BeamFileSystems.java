package io.cloudpulse.transforms;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.common.ReflectHelpers;

/**
 * The file systems that Beam keeps for a whole process, by scheme. Beam lets nobody put back what
 * another has replaced: of two that set them up at a time, it may keep the one's flags and the
 * other's file systems, and sees no reason to change that any more. So this goes past its door.
 */
@SuppressWarnings("rawtypes") // as Beam itself keeps them
final class BeamFileSystems {
  private static final AtomicReference<Map<String, FileSystem>> KEPT = kept();

  private BeamFileSystems() {}

  /** What Beam would make of a job's flags. */
  @SuppressWarnings("unchecked")
  static Map<String, FileSystem> of(PipelineOptions options) {
    Set<FileSystemRegistrar> registrars = new HashSet<>();
    ServiceLoader.load(FileSystemRegistrar.class, ReflectHelpers.findClassLoader())
        .forEach(registrars::add);
    try {
      Method make =
          FileSystems.class.getDeclaredMethod(
              "verifySchemesAreUnique", PipelineOptions.class, Set.class);
      make.setAccessible(true);
      return (Map<String, FileSystem>) make.invoke(null, options, registrars);
    } catch (ReflectiveOperationException changed) {
      throw unknown(changed);
    }
  }

  /** Lets Beam use these from now on. */
  static void keep(Map<String, FileSystem> fileSystems) {
    KEPT.set(fileSystems);
  }

  @SuppressWarnings("unchecked")
  private static AtomicReference<Map<String, FileSystem>> kept() {
    try {
      Field field = FileSystems.class.getDeclaredField("SCHEME_TO_FILESYSTEM");
      field.setAccessible(true);
      return (AtomicReference<Map<String, FileSystem>>) field.get(null);
    } catch (ReflectiveOperationException changed) {
      throw unknown(changed);
    }
  }

  private static IllegalStateException unknown(ReflectiveOperationException changed) {
    return new IllegalStateException("this Beam keeps its file systems otherwise", changed);
  }
}
