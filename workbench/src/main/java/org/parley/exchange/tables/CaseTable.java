package org.parley.exchange.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shapes;
import org.parley.model.CaseRecord;
import org.parley.model.act.Act;
import org.parley.model.act.Ballot;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.model.source.SourceId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Records of a view as named rows.
///
/// @param columns the names of the columns
/// @param rows for each row, a value for each column; missing if there is none
public record CaseTable(List<String> columns, List<Map<String, List<String>>> rows) {

  public CaseTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// The content of a table.
  public enum Content {
    CLAIMS,
    ITEMS,
    FORECASTS,
    ACTS,
    BODIES
  }

  /// The table of these.
  public static CaseTable of(CaseView view, Content content) {
    return switch (content) {
      case CLAIMS -> claims(view);
      case ITEMS -> items(view);
      case FORECASTS -> forecasts(view);
      case ACTS -> acts(view);
      case BODIES -> bodies(view);
    };
  }

  private static CaseTable claims(CaseView view) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (Claim claim : view.claims()) {
      Map<String, List<String>> row = row(claim);
      FormValue.Keys written = RecordForm.of("claims").written(claim);
      if (written.get("asserts") instanceof FormValue.Keys asserts) {
        FormValue.Entry entry = asserts.entries().getFirst();
        row.put("asserts", List.of(entry.key()));
        row.put("assertsWhat", entry.value().allWords());
      }
      row.put("sources", sources(view, claim.source()));
      rows.add(row);
    }
    List<String> columns = new ArrayList<>(keys("claims"));
    columns.add(columns.indexOf("asserts") + 1, "assertsWhat");
    columns.add(columns.indexOf("source") + 1, "sources");
    return new CaseTable(columns, rows);
  }

  private static CaseTable items(CaseView view) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (Item item : view.items()) {
      Map<String, List<String>> row = row(item);
      switch (item.decision()) {
        case Item.Decision.Recorded(var claims) -> {
          row.put("decision", List.of("recorded"));
          row.put("claims", claims.stream().map(Object::toString).toList());
        }
        case Item.Decision.InformationOnly(String because) -> {
          row.put("decision", List.of("information-only"));
          row.put("because", List.of(because));
        }
        case Item.Decision.Rejected(Item.Ground ground, String because) -> {
          row.put("decision", List.of("rejected"));
          row.put(
              "ground",
              List.of(ground.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
          row.put("because", List.of(because));
        }
        case null -> row.put("decision", List.of("waiting"));
      }
      row.put("sources", sources(view, item.source()));
      rows.add(row);
    }
    List<String> columns = new ArrayList<>(keys("items"));
    columns.addAll(columns.indexOf("decision") + 1, List.of("ground", "because", "claims"));
    columns.add(columns.indexOf("source") + 1, "sources");
    return new CaseTable(columns, rows);
  }

  private static CaseTable forecasts(CaseView view) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (Forecast forecast : view.forecasts()) {
      Map<String, List<String>> row = row(forecast);
      row.put("sources", sources(view, forecast.source()));
      rows.add(row);
    }
    List<String> columns = new ArrayList<>(keys("forecasts"));
    columns.add(columns.indexOf("source") + 1, "sources");
    return new CaseTable(columns, rows);
  }

  /// The vote has a column for each of its figures.
  private static CaseTable acts(CaseView view) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    List<String> ballot =
        Shapes.structure(Ballot.class).keys().stream().map(key -> key.name()).toList();
    for (Act act : view.acts()) {
      Map<String, List<String>> row = row(act);
      row.remove("vote");
      if (RecordForm.of("acts").written(act).get("vote") instanceof FormValue.Keys vote) {
        vote.entries().forEach(each -> row.put(each.key(), each.value().allWords()));
      }
      row.put("sources", sources(view, act.source()));
      rows.add(row);
    }
    List<String> columns = new ArrayList<>(keys("acts"));
    int at = columns.indexOf("vote");
    columns.remove(at);
    columns.addAll(at, ballot);
    columns.add(columns.indexOf("source") + 1, "sources");
    return new CaseTable(columns, rows);
  }

  /// A row for each seat of a body, with the mandates of the body.
  private static CaseTable bodies(CaseView view) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (Party body : view.parties()) {
      if (body.mandates().isEmpty() && body.memberships().isEmpty()) {
        continue;
      }
      List<Membership> seats = new ArrayList<>(body.memberships());
      if (seats.isEmpty()) {
        seats.add(new Membership(null, null, null, null, null, List.of()));
      }
      for (Membership each : seats) {
        Map<String, List<String>> row = new LinkedHashMap<>();
        row.put("body", List.of(body.id().value()));
        row.put("name", List.of(body.name().text()));
        row.put("mandates", body.mandates().stream().map(m -> m.text().text()).toList());
        put(row, "party", each.party());
        put(row, "person", each.person());
        put(row, "seats", each.seats());
        put(row, "from", each.from());
        put(row, "until", each.until());
        row.put("source", each.source().stream().map(SourceId::value).toList());
        row.put("sources", sources(view, each.source()));
        rows.add(row);
      }
    }
    return new CaseTable(
        List.of(
            "body",
            "name",
            "mandates",
            "party",
            "person",
            "seats",
            "from",
            "until",
            "source",
            "sources"),
        rows);
  }

  private static void put(Map<String, List<String>> row, String key, @Nullable Object value) {
    if (value != null) {
      row.put(key, List.of(value.toString()));
    }
  }

  private static List<String> keys(String kind) {
    return RecordForm.of(kind).shape().keys().stream().map(key -> key.name()).toList();
  }

  private static Map<String, List<String>> row(CaseRecord record) {
    Map<String, List<String>> row = new LinkedHashMap<>();
    for (FormValue.Entry entry : RecordForm.of(record).written(record).entries()) {
      row.put(entry.key(), entry.value().allWords());
    }
    return row;
  }

  private static List<String> sources(CaseView view, List<SourceId> ids) {
    return ids.stream()
        .map(view::get)
        .map(source -> source.publisher() + ": " + source.title())
        .toList();
  }

  private static @Nullable String joined(@Nullable List<String> values) {
    return values == null || values.isEmpty() ? null : String.join("; ", values);
  }

  /// As CSV: a line with the names, then one for each row. Several values of one cell are separated
  /// by semicolons.
  public void toCsv(Appendable out) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(columns.toArray(String[]::new)).get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      for (Map<String, List<String>> row : rows) {
        printer.printRecord(
            columns.stream()
                .map(column -> safe(Objects.requireNonNullElse(joined(row.get(column)), "")))
                .collect(Collectors.toList()));
      }
    }
  }

  /// A cell that no spreadsheet takes for a formula.
  static String safe(String cell) {
    return FormulaGuard.guarded(cell);
  }

  /// As JSON: a list of objects; a value that may be several is a list.
  public String toJson() {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    for (Map<String, List<String>> row : rows) {
      ObjectNode object = all.addObject();
      for (String column : columns) {
        List<String> values = row.get(column);
        if (values == null || values.isEmpty()) {
          continue;
        }
        if (isList(column)) {
          ArrayNode list = object.putArray(column);
          values.forEach(list::add);
        } else {
          object.put(column, String.join("; ", values));
        }
      }
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static boolean isList(String column) {
    return switch (column) {
      case "source",
          "sources",
          "about",
          "by",
          "of",
          "foundBy",
          "between",
          "jointly",
          "supersedes",
          "retracts",
          "contradicts",
          "claims",
          "mandates" ->
          true;
      default -> false;
    };
  }
}
