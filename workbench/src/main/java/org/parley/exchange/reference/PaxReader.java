package org.parley.exchange.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.genius.file.InputFile;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.ConflictKind;
import org.parley.reference.Edition;
import org.parley.reference.PaxAgreement;

/// Reads PA-X Peace Agreements, versions 9 and 10.
///
/// Columns used in both: `AgtId`, `Agt`, `Dat`, `Con`, `PPName`, `Contp`, `Agtp`, `Stage`,
/// `UcdpAgr`, `PamAgr`. Version 9 writes days as `1990-02-15` and has the topic codes; the columns
/// from `GCh` to `ImE` are read. Version 10 writes them as `15/02/1990` and has none, but
/// `PDF_Hyperlink`. In `UcdpAgr` and `PamAgr`, `NA`, `Na`, `N/A` and an empty cell say that there
/// is no number.
public final class PaxReader {

  private static final Set<String> COMMON =
      Set.of("AgtId", "Agt", "Dat", "Con", "PPName", "Contp", "Agtp", "Stage", "UcdpAgr", "PamAgr");

  private static final Set<String> NONE = Set.of("", "NA", "Na", "N/A");

  private static final String TEXT = "PDF_Hyperlink";

  private static final int MOST = 3;

  private PaxReader() {}

  /// Reads a file of version 9 or 10.
  ///
  /// @throws BadReferenceException if it is not that of the edition
  public static List<PaxAgreement> read(InputFile file, Edition edition) throws IOException {
    List<String> topics = edition == Edition.PAX_9 ? TopicColumns.ALL : List.of();
    Set<String> used = new HashSet<>(COMMON);
    used.addAll(topics);
    if (edition != Edition.PAX_9) {
      used.add(TEXT);
    }
    String days = edition == Edition.PAX_9 ? "uuuu-MM-dd" : "dd/MM/uuuu";
    List<PaxAgreement> agreements = new ArrayList<>();
    for (ReferenceTable.Row row : ReferenceTable.read(file, edition, used, Set.of()).rows()) {
      Map<String, Integer> codes = new HashMap<>();
      for (String topic : topics) {
        int value = row.code(topic, 0, MOST);
        if (value > 0) {
          codes.put(topic, value);
        }
      }
      agreements.add(
          new PaxAgreement(
              row.number("AgtId"),
              row.get("Agt"),
              row.day("Dat", days),
              row.get("Con"),
              row.get("PPName"),
              row.code(
                  "Contp", ConflictKind::ofCode, codes(ConflictKind.values(), ConflictKind::code)),
              row.code(
                  "Agtp",
                  AgreementScope::ofCode,
                  codes(AgreementScope.values(), AgreementScope::code)),
              row.code(
                  "Stage",
                  AgreementStage::ofCode,
                  codes(AgreementStage.values(), AgreementStage::code)),
              row.findLong("UcdpAgr", NONE),
              row.find("PamAgr", NONE),
              edition == Edition.PAX_9 ? null : row.get(TEXT),
              codes));
    }
    return agreements;
  }

  private static <T> String codes(T[] all, Function<T, String> code) {
    return Arrays.stream(all).map(code).collect(Collectors.joining(", "));
  }
}
