package org.parley.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.web.view.OpenCase;

/// The examples that are shipped, read once, and opened once for each reader: what a page or a
/// briefing computes of one is not computed again for the next test.
@NullMarked
public final class ShippedExamples {

  private record Opened(String name, Viewer viewer) {}

  private static final Map<String, Case> CASES = new ConcurrentHashMap<>();
  private static final Map<Opened, OpenCase> OPEN = new ConcurrentHashMap<>();

  private ShippedExamples() {}

  /// The whole of an example.
  public static Case get(String name) {
    return CASES.computeIfAbsent(name, ShippedExamples::read);
  }

  /// An example as somebody sees it.
  public static OpenCase open(String name, Viewer viewer) {
    return OPEN.computeIfAbsent(
        new Opened(name, viewer), _ -> new OpenCase(get(name).viewFor(viewer)));
  }

  private static Case read(String name) {
    try {
      return switch (CaseFolder.of(Path.of("..", "examples", name)).load()) {
        case LoadResult.Loaded loaded -> loaded.contents();
        case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
