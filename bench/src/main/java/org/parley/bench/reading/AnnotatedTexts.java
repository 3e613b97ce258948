package org.parley.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The annotated texts of a folder. Half of the shared ones are held back: nobody reads errors in
/// them, and no model learns from them.
final class AnnotatedTexts {

  /// The half of each author's texts.
  private static final Set<String> HELD_BACK =
      Set.of(
          "bbva-sabadell-2024-05-07-hand3",
          "camp-david-1978-09-11-hand2",
          "ceta-2016-10-23-hand4",
          "colombia-2016-03-24",
          "cop-broadsheet-2036-11-20-hand7",
          "cyprus-2017-06-29",
          "cyprus-2025-07-17-hand5",
          "dockworkers-2025-01-09",
          "gaza-2024-08-21-hand4",
          "gaza-2025-01-15-hand2",
          "gerd-2020-01-15-hand5",
          "iran-lausanne-2015-03-19",
          "iran-vienna-2022-02-28-hand2",
          "macedonia-name-2018-06-13-hand3",
          "mercosur-2024-12-04-hand2",
          "mindanao-2014-01-26",
          "nile-2020-06-20-hand4",
          "pandemic-accord-2025-04-13-hand5",
          "prisoners-translated-agency-2034-03-12-hand7",
          "stormont-2020-01-11-hand6",
          "tigray-2022-11-03-hand2",
          "transit-strike-live-blog-2033-09-28-hand7",
          "ukraine-istanbul-2022-03-30-hand3",
          "ukraine-kremlin-2025-12-29-hand2",
          "ukraine-lavrov-2026-02-12-hand2",
          "ukraine-vilnius-2026-01-25",
          "united-stake-2023-12-24-hand6");

  private AnnotatedTexts() {}

  /// All texts of a folder, by name.
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(AnnotatedTexts::isText).sorted().toList();
    }
  }

  /// The texts of a folder that a model may learn from.
  static List<Path> taught(Path folder) throws IOException {
    return in(folder).stream().filter(each -> !isHeldBack(each)).toList();
  }

  static boolean isHeldBack(Path file) {
    return HELD_BACK.contains(name(file).replace(".yaml", ""));
  }

  private static boolean isText(Path file) {
    String name = name(file);
    return name.endsWith(".yaml")
        && !name.equals("on-record.yaml")
        && !name.equals("statements.yaml");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
