package org.parley.exchange.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.genius.file.InputFile;
import org.parley.reference.AccordYear;
import org.parley.reference.Edition;
import org.parley.reference.Provision;
import org.parley.reference.ProvisionState;
import org.parley.wording.Complaint;

/// Reads the Peace Accords Matrix Implementation Dataset 1.5.
///
/// Columns used: `pam_caseid`, `accord name`, `country`, `year_count`, and four for each of 51
/// provisions. They say whether the accord has it and whether it was initiated, 0 or 1. Then come
/// its level of implementation, 0 to 3, and its reversal, 0 to 2. Some names are misspelt in the
/// file and are read as they stand there: `amnest_rev`, `addloss_rev`, `civadm_impem`,
/// `develop_iplem`, `dispute_implem` with `dispute_revers`. A row without a year is skipped, and
/// said.
public final class PamReader {

  private static final Map<String, String> MISSPELT =
      Map.of(
          "amnest_revers", "amnest_rev",
          "addloss_revers", "addloss_rev",
          "civadm_implem", "civadm_impem",
          "develop_implem", "develop_iplem",
          "disput_implem", "dispute_implem",
          "disput_revers", "dispute_revers");

  private static final Set<String> USED = used();

  private PamReader() {}

  /// The years of accords, and the rows without a year.
  public record PamRows(List<AccordYear> years, List<ReferenceTable.Skipped> skipped) {

    public PamRows {
      years = List.copyOf(years);
      skipped = List.copyOf(skipped);
    }
  }

  private static Set<String> used() {
    Set<String> used = new HashSet<>(Set.of("pam_caseid", "accord name", "country", "year_count"));
    for (Provision each : Provision.values()) {
      for (String part : List.of("prov", "init", "implem", "revers")) {
        used.add(column(each, part));
      }
    }
    return Set.copyOf(used);
  }

  private static String column(Provision provision, String part) {
    String regular = provision.prefix() + "_" + part;
    return MISSPELT.getOrDefault(regular, regular);
  }

  /// Reads the file.
  ///
  /// @throws BadReferenceException if it is not that of this edition
  public static PamRows read(InputFile file) throws IOException {
    ReferenceTable table = ReferenceTable.read(file, Edition.PAM_1_5, USED, Set.of());
    List<AccordYear> years = new ArrayList<>();
    List<ReferenceTable.Skipped> skipped = new ArrayList<>();
    for (ReferenceTable.Row row : table.rows()) {
      if (row.get("year_count").isEmpty()) {
        skipped.add(
            new ReferenceTable.Skipped(
                row.line(),
                new Complaint(ReferenceFault.Plain.NO_YEAR_OF_ACCORD, row.get("accord name"))));
      } else {
        years.add(year(row));
      }
    }
    return new PamRows(years, skipped);
  }

  private static AccordYear year(ReferenceTable.Row row) throws BadReferenceException {
    EnumMap<Provision, ProvisionState> provisions = new EnumMap<>(Provision.class);
    for (Provision each : Provision.values()) {
      if (row.code(column(each, "prov"), 0, 1) == 1) {
        provisions.put(
            each,
            new ProvisionState(
                row.code(column(each, "init"), 0, 1) == 1,
                row.code(column(each, "implem"), 0, ProvisionState.FULL),
                row.code(column(each, "revers"), 0, 2)));
      }
    }
    int year = row.number("year_count");
    if (year < 1 || year > AccordYear.LAST) {
      throw row.bad(
          new ReferenceFault.UnknownReferenceCode("year_count", "1-" + AccordYear.LAST),
          Integer.toString(year));
    }
    return new AccordYear(
        row.number("pam_caseid"),
        row.get("accord name"),
        row.get("country"),
        year,
        row.number(),
        provisions);
  }
}
