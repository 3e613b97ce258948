package org.parley.exchange.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.parley.exchange.records.StrangersTable.Drawn;

/// Draws the values of records: as the cells of a stranger have them, and as they are meant.
final class StrangersRecords {

  static final Map<TableKind, List<String>> OWN =
      Map.of(
          TableKind.PARTIES, List.of("name", "shortName", "iso3166"),
          TableKind.POINTS, List.of("title", "number", "summary", "weight"),
          TableKind.POSITIONS, List.of("point", "party", "interest", "weight"),
          TableKind.SOURCES, List.of("title", "publisher", "date", "address", "note"),
          TableKind.STEPS, List.of("title", "by", "happened"),
          TableKind.INCIDENTS, List.of("title", "at.latitude", "at.longitude"));

  /// The columns of elements, which have rows of their own.
  static final Map<TableKind, List<String>> PARTS =
      Map.of(
          TableKind.POINTS, List.of("options.title", "options.proposedBy"),
          TableKind.POSITIONS, List.of("option", "worths"));

  /// The columns of a kind.
  static List<String> own(TableKind kind) {
    return OWN.getOrDefault(kind, List.of());
  }

  static final List<TableKind> KINDS = OWN.keySet().stream().sorted().toList();

  static final Set<String> ALWAYS =
      Set.of(
          "name",
          "title",
          "number",
          "publisher",
          "date",
          "point",
          "party",
          "option",
          "worths",
          "options.title",
          "at.latitude",
          "at.longitude");

  private static final List<String> WORDS =
      List.of(
          "Orva ford",
          "Région d’Été",
          "Brücke am Fluß",
          "a \"closed\" gate",
          "Мост у села",
          "rain, then snow",
          "north; south",
          "معبر النهر",
          "Tanks at kilometre 12");

  private static final List<String> OPTIONS = List.of("half,third", "open,shut", "free,toll");
  private static final List<String> OPTION_NAMES =
      List.of("Half,A third", "Open,Shut", "Free,Toll");
  private static final List<String> PARTIES = List.of("A", "B", "C");
  private static final List<String> PARTY_NAMES = List.of("Arda", "Brenn", "Carst");
  private static final List<String> POINT_NAMES = List.of("Water", "Bridges", "Roads");

  private final TableKind kind;
  private final StrangersWords words;
  private final SplittableRandom random;
  private int serial;

  StrangersRecords(TableKind kind, StrangersWords words, SplittableRandom random) {
    this.kind = kind;
    this.words = words;
    this.random = random;
  }

  void own(String column, int number, Map<String, Drawn> cells, Map<String, String> canonical) {
    int any = random.nextInt(3);
    switch (column) {
      case "date", "happened" -> {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
        put(column, words.day(day), day.toString(), cells, canonical);
      }
      case "weight" -> {
        int weight = random.nextInt(1, 9_999);
        put(column, words.whole(weight), Integer.toString(weight), cells, canonical);
      }
      case "number" -> put(column, Drawn.words("4." + number), "4." + number, cells, canonical);
      case "at.latitude", "at.longitude" -> {
        int degrees = random.nextInt(10, 80) * 10_000 + random.nextInt(1, 9_999);
        Drawn cell = words.decimal(degrees - degrees % 10 + 1);
        put(column, cell, "", cells, canonical);
        String other = canonical.getOrDefault("at", "");
        String own = cell.typed().toString();
        canonical.put(
            "at",
            other.isEmpty()
                ? own
                : column.equals("at.latitude") ? own + ", " + other : other + ", " + own);
      }
      case "by" ->
          put(column, Drawn.words(PARTY_NAMES.get(any)), PARTIES.get(any), cells, canonical);
      case "party" ->
          put(
              column,
              Drawn.words(PARTY_NAMES.get(number / 3)),
              PARTIES.get(number / 3),
              cells,
              canonical);
      case "point" ->
          put(
              column,
              Drawn.words(POINT_NAMES.get(number % 3)),
              "p" + (number % 3 + 1),
              cells,
              canonical);
      case "iso3166" -> {
        String code = List.of("AUT", "CHE", "NOR").get(any);
        put(column, Drawn.words(code), code, cells, canonical);
      }
      case "address" -> {
        String address = "https://wire.example/" + number;
        put(column, Drawn.words(address), address, cells, canonical);
      }
      case "publisher" -> {
        String publisher = List.of("Wire", "Le Fleuve", "The Gazette").get(any);
        put(column, Drawn.words(publisher), publisher, cells, canonical);
      }
      default -> {
        String text = text();
        put(column, Drawn.words(text), text, cells, canonical);
      }
    }
  }

  /// A text that no other cell has.
  String text() {
    return words.pick(WORDS)
        + " "
        + "abcdefghijklmnopqrstuvwxyz".charAt(serial % 26)
        + "x".repeat(serial++ / 26);
  }

  private static void put(
      String column,
      Drawn cell,
      String means,
      Map<String, Drawn> cells,
      Map<String, String> canonical) {
    cells.put(column, cell);
    if (!means.isEmpty()) {
      canonical.put(column, means);
    }
  }

  void part(
      int number, int i, boolean isProposed, Map<String, Drawn> cells, Map<String, String> row) {
    if (kind == TableKind.POINTS) {
      String text = text();
      put("options.title", Drawn.words(text), text, cells, row);
      if (isProposed) {
        int party = random.nextInt(3);
        put(
            "options.proposedBy",
            Drawn.words(PARTY_NAMES.get(party)),
            PARTIES.get(party),
            cells,
            row);
      }
    } else if (kind == TableKind.POSITIONS) {
      int point = number % 3;
      put(
          "option",
          Drawn.words(OPTION_NAMES.get(point).split(",", -1)[i]),
          OPTIONS.get(point).split(",", -1)[i],
          cells,
          row);
      int worth = random.nextInt(1, 9_999);
      put("worths", words.whole(worth), Integer.toString(worth), cells, row);
    }
  }
}
