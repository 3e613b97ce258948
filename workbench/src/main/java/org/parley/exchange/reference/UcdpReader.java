package org.parley.exchange.reference;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.genius.file.InputFile;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.ModelRow;
import org.parley.outlook.SignedAgreement;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementFate;
import org.parley.reference.Edition;

/// Reads UCDP Peace Agreements 22.1 with UCDP Conflict Termination 3-2021, dyads.
///
/// Columns used of the agreements:
/// - `paid`, and `conflict_id`, several with commas
/// - `pa_type`: 1 full, 2 partial, 3 process
/// - `incompatibility`: 1 territory, 2 government, 3 both, or several with commas
/// - `pa_date`; `ended`, `True` or not; `duration`, the day on which it ended
/// - the provisions, 0 or 1, for models alone
///
/// Of the termination, `conflict_id` and `year`: a year in which a pair of parties had at least 25
/// deaths in battle.
public final class UcdpReader {

  /// The provisions of an agreement that are coded 0 or 1.
  public static final List<String> PROVISIONS =
      List.of(
          "intarmy",
          "ddr",
          "withd",
          "mil_prov",
          "pp",
          "intgov",
          "intciv",
          "elections",
          "interim",
          "natalks",
          "shagov",
          "pol_prov",
          "aut",
          "fed",
          "ind",
          "ref",
          "shaloc",
          "regdev",
          "cul",
          "demarcation",
          "locgov",
          "terr_prov",
          "amn",
          "pris",
          "recon",
          "return",
          "justice_prov",
          "outlin",
          "pko",
          "gender",
          "co_impl");

  private static final Set<String> AGREEMENTS =
      Stream.concat(
              PROVISIONS.stream(),
              Stream.of(
                  "paid",
                  "conflict_id",
                  "pa_type",
                  "incompatibility",
                  "pa_date",
                  "ended",
                  "duration"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> TERMINATION = Set.of("conflict_id", "year");

  /// The columns of the agreements whose codes no codebook at hand confirms.
  static final Set<String> UNCONFIRMED =
      Set.of("termdur", "noconf17", "out_iss", "inclusive", "frame", "cease", "reaffirm");

  /// The same of the termination.
  static final Set<String> UNCONFIRMED_TERMINATION =
      Set.of("outcome", "recur", "dyadterm", "intensity_level", "type_of_conflict");

  private static final String DAY = "uuuu-MM-dd";

  private UcdpReader() {}

  /// Reads both files.
  ///
  /// @throws BadReferenceException if one is not that of its edition
  public static AgreementCollection read(InputFile agreements, InputFile termination)
      throws IOException {
    Map<String, Set<Integer>> fighting = fighting(termination);
    List<ReferenceTable.Row> rows = table(agreements).rows();
    Map<String, String> linked = linked(rows);
    List<SignedAgreement> all = new ArrayList<>();
    for (ReferenceTable.Row row : rows) {
      Set<Integer> years = new TreeSet<>();
      List<String> conflicts = conflicts(row);
      conflicts.forEach(each -> years.addAll(fighting.getOrDefault(each, Set.of())));
      String first = conflicts.getFirst();
      boolean ended = row.code("ended", UcdpReader::ended, "True, False, empty");
      all.add(
          new SignedAgreement(
              row.get("paid"),
              linked.getOrDefault(first, first),
              List.of(SettlementScope.values()).get(row.code("pa_type", 1, 3) - 1),
              row.code("incompatibility", UcdpReader::issue, "1, 2, 3"),
              row.day("pa_date", DAY),
              ended,
              ended ? end(row) : null,
              years.isEmpty() ? null : List.copyOf(years)));
    }
    return new AgreementCollection(
        LocalDate.of(Edition.UCDP_AGREEMENTS_22_1.lastYear(), 12, 31),
        Edition.UCDP_TERMINATION_3.lastYear(),
        all);
  }

  /// The agreements with their features, each 0 or 1: every provision, whether it is full, whether
  /// it is partial, and whether territory is disputed.
  ///
  /// @param read the agreements, as [#read] gives them
  /// @throws BadReferenceException if it is not the file of the edition
  public static List<ModelRow> features(InputFile agreements, AgreementCollection read)
      throws IOException {
    List<ModelRow> all = new ArrayList<>();
    List<ReferenceTable.Row> rows = table(agreements).rows();
    for (int i = 0; i < rows.size(); i++) {
      SignedAgreement agreement = read.agreements().get(i);
      List<Integer> features = new ArrayList<>();
      for (String each : PROVISIONS) {
        features.add(rows.get(i).code(each, 0, 1));
      }
      features.add(agreement.scope() == SettlementScope.FULL ? 1 : 0);
      features.add(agreement.scope() == SettlementScope.PARTIAL ? 1 : 0);
      features.add(agreement.issue() != Incompatibility.GOVERNMENT ? 1 : 0);
      all.add(new ModelRow(agreement, features));
    }
    return all;
  }

  /// Whether each agreement ended, for those who know it by its number.
  ///
  /// @throws BadReferenceException if it is not the file of the edition
  public static List<AgreementFate> fates(InputFile agreements) throws IOException {
    List<AgreementFate> fates = new ArrayList<>();
    for (ReferenceTable.Row row : table(agreements).rows()) {
      boolean ended = row.code("ended", UcdpReader::ended, "True, False, empty");
      fates.add(new AgreementFate(row.number("paid"), ended, ended ? end(row) : null));
    }
    return fates;
  }

  static ReferenceTable table(InputFile agreements) throws IOException {
    return ReferenceTable.read(agreements, Edition.UCDP_AGREEMENTS_22_1, AGREEMENTS, UNCONFIRMED);
  }

  static ReferenceTable terminations(InputFile termination) throws IOException {
    return ReferenceTable.read(
        termination, Edition.UCDP_TERMINATION_3, TERMINATION, UNCONFIRMED_TERMINATION);
  }

  private static Map<String, Set<Integer>> fighting(InputFile termination) throws IOException {
    Map<String, Set<Integer>> years = new TreeMap<>();
    for (ReferenceTable.Row row : terminations(termination).rows()) {
      years.computeIfAbsent(row.get("conflict_id"), _ -> new TreeSet<>()).add(row.number("year"));
    }
    return years;
  }

  private static @Nullable LocalDate end(ReferenceTable.Row row) throws BadReferenceException {
    return row.get("duration").isEmpty() ? null : row.day("duration", DAY);
  }

  private static Optional<Boolean> ended(String code) {
    return switch (code) {
      case "True" -> Optional.of(true);
      case "False", "" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Incompatibility> issue(String code) {
    return switch (code) {
      case "1" -> Optional.of(Incompatibility.TERRITORY);
      case "2" -> Optional.of(Incompatibility.GOVERNMENT);
      case "3", "1, 2", "2, 1" -> Optional.of(Incompatibility.BOTH);
      default -> Optional.empty();
    };
  }

  private static List<String> conflicts(ReferenceTable.Row row) throws BadReferenceException {
    return List.of(row.get("conflict_id").split(",\\s*", -1));
  }

  /// Conflicts that one agreement names are not independent: each is given the name of one of them.
  private static Map<String, String> linked(List<ReferenceTable.Row> rows)
      throws BadReferenceException {
    Map<String, String> linked = new TreeMap<>();
    for (ReferenceTable.Row row : rows) {
      List<String> conflicts = conflicts(row);
      String first = conflicts.getFirst();
      for (String each : conflicts) {
        String old = linked.getOrDefault(each, each);
        String to = linked.getOrDefault(first, first);
        linked.put(each, to);
        linked.replaceAll((_, now) -> now.equals(old) ? to : now);
      }
    }
    return linked;
  }
}
