package org.parley.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.casefile.yaml.SourceText;

/// Reads a case from texts that lie in no folder.
public final class CaseReader {

  private CaseReader() {}

  /// The case in these files, or everything that keeps them from being one. Cost: linear in the
  /// texts.
  ///
  /// @param files names with their texts
  public static LoadResult read(Map<String, String> files) {
    return Loader.load(texts(files));
  }

  /// The same, where hidden records that do not fit the others are set aside.
  public static LoadResult settle(Map<String, String> files) {
    return Loader.settle(texts(files));
  }

  private static CaseFiles.Texts texts(Map<String, String> files) {
    List<SourceText> texts = new ArrayList<>();
    files.forEach((name, text) -> texts.add(new SourceText(name, text)));
    return new CaseFiles.Texts(texts, List.of(), List.of());
  }
}
