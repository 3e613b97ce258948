package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.yaml.SourceText;
import org.parley.model.Cases;
import org.parley.model.cases.Case;

/// Writing a case and reading it back gives the same case; equal cases are written alike.
class RoundTripLawTest {

  private static final int CASES = 60;

  @Test
  void whatIsWrittenReadsBackAsTheSameCase() {
    for (long seed = 0; seed < CASES; seed++) {
      Case one = Cases.of(seed);
      Map<String, String> files = CaseWriter.write(one);
      Case again = read(files, "seed " + seed);
      assertEquals(one, again, "seed " + seed);
      assertEquals(files, CaseWriter.write(again), "seed " + seed);
    }
  }

  static Case read(Map<String, String> files, String name) {
    List<SourceText> texts = new ArrayList<>();
    files.forEach((file, text) -> texts.add(new SourceText(file, text)));
    return switch (Loader.load(new CaseFiles.FolderTexts(texts, List.of(), List.of()))) {
      case Loaded loaded -> loaded.contents();
      case Rejected rejected ->
          fail(name + " does not read back: " + rejected.problems() + "\n" + files);
    };
  }
}
