package io.cloudpulse.transforms.likelihood;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model that one worker uses. It looks for a new one once in a while; one that cannot be used
 * is told of once, and the old one stays.
 */
public final class ModelInUse {
  /** What a new model waits at most, as long as there is something to ask it. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(ModelInUse.class);

  private final Models models;
  private final boolean follows;
  private final Ticker ticker;
  private Model model;
  private long looked;
  private String refused = "";

  ModelInUse(Models models, Model first, boolean follows, Ticker ticker) {
    this.models = models;
    this.model = first;
    this.follows = follows;
    this.ticker = ticker;
    this.looked = ticker.read();
  }

  /** The one to ask now; it is the same until {@link #look} is called. */
  public Model model() {
    return model;
  }

  /** Looks for a new one, if it is time to. */
  public void look() {
    if (follows && ticker.read() - looked >= PAUSE.toNanos()) {
      looked = ticker.read();
      try {
        Optional<String> named = models.current();
        if (named.isPresent() && !named.get().equals(model.id())) {
          change(named.get());
        }
      } catch (IOException unreachable) {
        keep(unreachable.toString(), unreachable);
      }
    }
  }

  private void change(String id) throws IOException {
    if (!id.equals(refused)) {
      try {
        model = models.load(id);
        LOG.info("The model is {} now", id);
      } catch (UnfitModelException unfit) {
        keep(id, unfit);
      }
    }
  }

  /** Told once: it stays so until somebody mends it. */
  private void keep(String why, IOException failure) {
    if (!why.equals(refused)) {
      refused = why;
      LOG.error("The model stays {}: {}", model.id(), failure.getMessage());
    }
  }
}
