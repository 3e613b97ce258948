package org.parley.exchange.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.genius.file.InputFile;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.date.Edtf;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.ConflictKind;
import org.parley.reference.KnownAgreement;
import org.parley.reference.KnownAgreement.KnownFate;
import org.parley.reference.KnownAgreement.PointFate;
import org.parley.reference.KnownAgreements;

/// The list of agreements that comes with Parley, made by hand from public facts.
///
/// It is a CSV file with a heading. An empty cell is not recorded. Columns:
/// - `id`, `signed` as `1995-12-14`, `scope`, `kind`, `stage` by their keys
/// - `points`: PA-X codes with blanks between. `Ele=1996-09` was carried out by then, `StBor=not`
///   never was; of a code alone nothing is recorded. Dates are EDTF.
/// - `fate` is `held` or `ended`, and `fate on` the date of the end
/// - `pax`, `ucdp` and `pam`: its numbers there
/// - `document` and `address`: where its text is published
/// - `name en`, `name fr`, `parties en`, `parties fr`; parties with semicolons between
public final class ShippedAgreements {

  static final String FILE = "agreements.csv";

  private static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);

  private static final List<String> LANGUAGES = List.of("en", "fr");

  private static final Set<String> COLUMNS =
      Set.of(
          "id",
          "signed",
          "scope",
          "kind",
          "stage",
          "points",
          "fate",
          "fate on",
          "pax",
          "ucdp",
          "pam",
          "document",
          "address",
          "name en",
          "name fr",
          "parties en",
          "parties fr");

  private static final Set<String> NONE = Set.of("");

  private static final KnownAgreements SHIPPED = read();

  private ShippedAgreements() {}

  /// The list.
  public static KnownAgreements get() {
    return SHIPPED;
  }

  private static KnownAgreements read() {
    try (InputStream in = ShippedAgreements.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + FILE);
      }
      return parse(InputFile.of(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }

  /// The agreements in a file of this format.
  ///
  /// @throws BadReferenceException if a cell cannot be read
  static KnownAgreements parse(InputFile file) throws IOException {
    List<KnownAgreement> all = new ArrayList<>();
    for (ReferenceTable.Row row : ReferenceTable.read(file, COLUMNS, Set.of()).rows()) {
      all.add(
          new KnownAgreement(
              row.get("id"),
              text(row, "name "),
              parties(row),
              row.day("signed", "uuuu-MM-dd"),
              code(row, "scope", AgreementScope.values(), AgreementScope::key),
              code(row, "kind", ConflictKind.values(), ConflictKind::key),
              code(row, "stage", AgreementStage.values(), AgreementStage::key),
              points(row),
              row.get("fate").isEmpty()
                  ? null
                  : code(
                      row,
                      "fate",
                      KnownFate.values(),
                      each -> each.name().toLowerCase(Locale.ROOT)),
              row.get("fate on").isEmpty() ? null : date(row, "fate on", row.get("fate on")),
              row.find("pax", NONE),
              row.findLong("ucdp", NONE),
              row.find("pam", NONE),
              find(row, "document"),
              find(row, "address")));
    }
    return new KnownAgreements(AS_OF, all);
  }

  private static @Nullable String find(ReferenceTable.Row row, String column)
      throws BadReferenceException {
    String text = row.get(column);
    return text.isEmpty() ? null : text;
  }

  private static LocalizedText text(ReferenceTable.Row row, String column)
      throws BadReferenceException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String each : LANGUAGES) {
      texts.put(each, row.get(column + each));
    }
    return LocalizedText.of(texts);
  }

  private static List<LocalizedText> parties(ReferenceTable.Row row) throws BadReferenceException {
    List<Map<String, String>> parties = new ArrayList<>();
    for (String language : LANGUAGES) {
      List<String> names = List.of(row.get("parties " + language).split(";", -1));
      if (!parties.isEmpty() && parties.size() != names.size()) {
        throw row.bad(
            new ReferenceFault.UnknownReferenceCode(
                "parties " + language, Integer.toString(parties.size())),
            Integer.toString(names.size()));
      }
      for (int i = 0; i < names.size(); i++) {
        if (parties.size() == i) {
          parties.add(new LinkedHashMap<>());
        }
        parties.get(i).put(language, names.get(i).strip());
      }
    }
    return parties.stream().map(LocalizedText::of).toList();
  }

  private static Map<String, PointFate> points(ReferenceTable.Row row)
      throws BadReferenceException {
    Map<String, PointFate> points = new TreeMap<>();
    for (String each : row.get("points").split("\\s+", -1)) {
      int equals = each.indexOf('=');
      String code = equals < 0 ? each : each.substring(0, equals);
      if (!TopicColumns.ALL.contains(code) || points.containsKey(code)) {
        throw row.bad(new ReferenceFault.UnknownReferenceCode("points", "PA-X 9"), code);
      }
      String fate = equals < 0 ? "" : each.substring(equals + 1);
      points.put(
          code,
          switch (fate) {
            case "" -> PointFate.UNKNOWN;
            case "not" -> new PointFate(null, true);
            default -> new PointFate(date(row, "points", fate), false);
          });
    }
    return points;
  }

  private static Edtf date(ReferenceTable.Row row, String column, String text)
      throws BadReferenceException {
    try {
      return Edtf.of(text);
    } catch (InvalidValueException _) {
      throw row.bad(new ReferenceFault.NotAReferenceDay(column), text);
    }
  }

  private static <T> T code(ReferenceTable.Row row, String column, T[] all, Function<T, String> key)
      throws BadReferenceException {
    return row.code(
        column,
        text -> Arrays.stream(all).filter(each -> key.apply(each).equals(text)).findFirst(),
        Arrays.stream(all).map(key).collect(Collectors.joining(", ")));
  }
}
