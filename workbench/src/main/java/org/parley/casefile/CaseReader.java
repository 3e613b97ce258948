package org.parley.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.casefile.yaml.SourceText;

/// Reads a case from texts outside a folder.
public final class CaseReader {

  private CaseReader() {}

  /// The case in these files, or every fault. Cost: linear in the texts.
  ///
  /// @param files texts by file name
  public static LoadResult read(Map<String, String> files) {
    return Loader.load(texts(files));
  }

  /// The same, with non-fitting hidden records set aside.
  public static LoadResult settle(Map<String, String> files) {
    return Loader.settle(texts(files));
  }

  private static CaseFiles.FolderTexts texts(Map<String, String> files) {
    List<SourceText> texts = new ArrayList<>();
    files.forEach((name, text) -> texts.add(new SourceText(name, text)));
    return new CaseFiles.FolderTexts(texts, List.of(), List.of());
  }
}
