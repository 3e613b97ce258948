package org.parley.job.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.cases.Case;

/// Small archives about the case of Ukraine.
public final class Archives {

  private static final String[] SPEAKERS = {
    "Ukrainian President Volodymyr Zelensky",
    "US President Donald Trump",
    "Kremlin aide Yuri Ushakov"
  };
  private static final String[] SAID = {
    "90 percent of the 20-point peace plan is agreed",
    "the security guarantees are fully agreed",
    "the question of the Zaporizhzhia plant is not resolved",
    "the talks will go on next week"
  };

  private Archives() {}

  public static Case ukraine() {
    try {
      return ((LoadResult.Loaded) CaseFolder.of(Path.of("..", "examples", "ukraine-2025")).load())
          .contents();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lines of articles; some tell what another one tells, and every fifth tells nothing.
  public static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      String text =
          at % 5 == 4
              ? "The weather in the capital was mild, and the parks were full of families at noon."
                  + " Number "
                  + at
                  + "."
              : "KYIV. "
                  + SPEAKERS[at % 3]
                  + " said on Monday that "
                  + SAID[at % 4]
                  + "."
                  + " He spoke to reporters after a meeting in Kyiv.";
      lines.add(
          "{\"id\":\"a"
              + at
              + "\",\"url\":\"https://example.org/"
              + at
              + "\",\"title\":\"Report "
              + at
              + "\",\"outlet\":\"Wire\",\"published\":\"2026-01-"
              + (10 + at % 15)
              + "T08:00:00Z\",\"text\":\""
              + text
              + "\"}");
    }
    return lines;
  }
}
