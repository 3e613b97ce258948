package org.parley.reading.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.parley.reading.syntax.SmallModel;

/// The models trained on annotated texts for a language: one file per model.
public final class LearntModels {

  private static final Map<String, Optional<SmallModel>> LOADED = new ConcurrentHashMap<>();

  private LearntModels() {}

  /// The model of a name, loaded once; empty if the language has none.
  public static Optional<SmallModel> of(String language, String name) {
    return LOADED.computeIfAbsent(language + "/" + name + ".gz", LearntModels::load);
  }

  private static Optional<SmallModel> load(String file) {
    InputStream raw = LearntModels.class.getResourceAsStream("/org/parley/reading/rules/" + file);
    if (raw == null) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw)))) {
      return Optional.of(new SmallModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
