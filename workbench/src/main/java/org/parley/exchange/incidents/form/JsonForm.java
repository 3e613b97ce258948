package org.parley.exchange.incidents.form;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.incidents.text.Chunk;
import org.parley.exchange.incidents.text.JsonSplitter;
import org.parley.exchange.sheet.DayOrder;
import org.parley.model.InvalidValueException;
import org.parley.wording.Complaint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Objects: GeoJSON features, PLOVER events, rows of a table that others publish, or Parley's own
/// by the names of the fields. Each says by its keys which it is.
public final class JsonForm implements Form {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(JsonSplitter.DEEPEST + 1)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String file;
  private final NameMapping names;
  private final DayOrder order;
  private final Receiver receiver;
  private final Set<IncidentForm> met = EnumSet.noneOf(IncidentForm.class);

  /// @param order the order of day and month in dates with slashes
  public JsonForm(String file, NameMapping names, DayOrder order, Receiver receiver) {
    this.file = file;
    this.names = names;
    this.order = order;
    this.receiver = receiver;
  }

  @Override
  public Set<IncidentForm> forms() {
    return met;
  }

  @Override
  public void read(Chunk chunk) {
    LogRecord record;
    try {
      JsonNode node = MAPPER.readTree(chunk.text());
      record = record(node, new Origin(file, chunk.first()));
    } catch (JacksonException e) {
      receiver.aside(
          chunk,
          new Complaint(
              new LogRecordFault.NotJson(e.getOriginalMessage().lines().findFirst().orElse(""))));
      return;
    } catch (UnusableRecordException e) {
      receiver.aside(chunk, e.why());
      return;
    } catch (InvalidValueException e) {
      receiver.aside(chunk, Complaint.of(e));
      return;
    }
    receiver.used(chunk, record);
  }

  @Override
  public void end() {}

  private LogRecord record(JsonNode node, Origin origin) {
    if (node.path("type").asString("").equals("Feature")) {
      Map<IncidentField, String> values = values(node.path("properties"));
      JsonNode id = node.path("id");
      if (id.isString() || id.isNumber()) {
        values.putIfAbsent(IncidentField.ID, id.asString());
      }
      FeaturePlace.place(node.path("geometry"), values);
      Optional<LogRecord> known = known(node.path("properties"), values, origin);
      LogRecord record =
          known.isPresent() ? known.get() : new OwnRecord(values, origin, names, order).read();
      met.add(IncidentForm.GEO_JSON);
      return record;
    }
    if (node.has("event")) {
      LogRecord record = new PloverEvent(node, origin, names, order).read();
      met.add(IncidentForm.PLOVER);
      return record;
    }
    Optional<LogRecord> known = known(node, Map.of(), origin);
    if (known.isPresent()) {
      return known.get();
    }
    LogRecord record = new OwnRecord(values(node), origin, names, order).read();
    met.add(IncidentForm.OBJECTS);
    return record;
  }

  /// A row of a table that others publish, as an object; empty for any other.
  ///
  /// @param place the place of a feature
  private Optional<LogRecord> known(
      JsonNode node, Map<IncidentField, String> place, Origin origin) {
    Map<String, String> cells = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      if (each.getValue().isValueNode()) {
        cells.put(each.getKey().toLowerCase(Locale.ROOT), text(each.getKey(), each.getValue()));
      }
    }
    KnownTable table = KnownTable.of(cells.keySet());
    if (table == null) {
      return Optional.empty();
    }
    place(cells, "latitude", place.get(IncidentField.LATITUDE));
    place(cells, "longitude", place.get(IncidentField.LONGITUDE));
    LogRecord record = table.read(cells, origin, names, order);
    met.add(table.form());
    return Optional.of(record);
  }

  private static void place(Map<String, String> cells, String column, @Nullable String degrees) {
    if (degrees != null && cells.getOrDefault(column, "").isBlank()) {
      cells.put(column, degrees);
    }
  }

  private static Map<IncidentField, String> values(JsonNode node) {
    Map<IncidentField, String> values = new EnumMap<>(IncidentField.class);
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      IncidentField field = IncidentField.ofName(each.getKey());
      if (field == null || each.getValue().isNull()) {
        continue;
      }
      values.putIfAbsent(field, text(each.getKey(), each.getValue()));
    }
    return values;
  }

  private static String text(String key, JsonNode value) {
    if (value.isArray()) {
      StringBuilder joined = new StringBuilder();
      for (JsonNode each : value) {
        joined
            .append(joined.isEmpty() ? "" : key.equals("between") ? ";" : ",")
            .append(text(key, each));
      }
      return joined.toString();
    }
    if (value.isObject()) {
      throw new UnusableRecordException(new LogRecordFault.ObjectInField(key));
    }
    return value.isNull() ? "" : value.asString();
  }
}
