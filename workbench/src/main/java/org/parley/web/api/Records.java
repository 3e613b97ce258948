package org.parley.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parley.casefile.RecordSchemas;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Kinds;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Types;
import org.parley.web.service.Version;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Records as JSON.
final class Records {

  private Records() {}

  /// The shapes of records: of each kind, with its version, as one of all kinds by `kind`.
  static void types(Types types) {
    ObjectNode kinds = JsonMapper.shared().createObjectNode().put("type", "string");
    ArrayNode names = kinds.putArray("enum");
    ObjectNode versioned = JsonMapper.shared().createObjectNode();
    ArrayNode forms = versioned.putArray("oneOf");
    ObjectNode by = versioned.putObject("discriminator").put("propertyName", "kind");
    ObjectNode mapping = by.putObject("mapping");
    List<String> answered = new ArrayList<>();
    List<String> sent = new ArrayList<>();
    Kinds.records()
        .forEach(
            (kind, shape) -> {
              names.add(kind);
              String name = RecordSchemas.Family.ANSWERED.name(shape.type());
              answered.add(name);
              sent.add(RecordSchemas.Family.SENT.name(shape.type()));
              types.add(
                  "Versioned%s = {kind: \"%s\", id: id, version: text, visibility: Visibility, record: %s}"
                      .formatted(name, kind, name));
              JsonNode one = Types.schema("Versioned" + name);
              forms.add(one);
              mapping.set(kind, one.get("$ref"));
            });
    types.put("RecordKind", kinds);
    types.put("VersionedRecord", versioned);
    types.add("RecordContent = " + String.join(" | ", answered));
    types.add("RecordInput = " + String.join(" | ", sent));
  }

  /// What a record says.
  static ObjectNode record(CaseRecord record) {
    RecordForm form = RecordForm.of(record);
    return FormValueJson.of(form, form.written(record));
  }

  /// The address of a record.
  static String address(CaseRecord record) {
    return "/api/records/" + RecordForm.of(record).kind() + "/" + record.id().value();
  }

  /// Who sees a record, said even where it is everyone.
  static JsonNode visibility(Visibility visibility) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return visibility instanceof Visibility.Party(PartyId party)
        ? nodes.objectNode().put("party", party.value())
        : nodes.stringNode(FormVisibility.word(visibility));
  }

  /// A record with its kind, its version and its readers.
  static ObjectNode versioned(CaseRecord record) {
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("kind", RecordForm.of(record).kind())
            .put("id", record.id().value())
            .put("version", Version.of(record).value());
    json.set("visibility", visibility(record.visibility()));
    json.set("record", record(record));
    return json;
  }

  /// The kind an address names.
  static RecordForm form(Asked asked) {
    String kind = asked.path("kind");
    if (!RecordForm.kinds().contains(kind)) {
      throw new NotOnRecord("kind of record", kind, RecordForm.kinds());
    }
    return RecordForm.of(kind);
  }

  /// The records of each kind, in the order of the case.
  private record ByKind(Map<String, List<CaseRecord>> all) {
    static ByKind of(OpenCase open) {
      Map<String, List<CaseRecord>> all = new LinkedHashMap<>();
      RecordForm.kinds().forEach(kind -> all.put(kind, new ArrayList<>()));
      for (CaseRecord each : open.view().records()) {
        Objects.requireNonNull(all.get(RecordForm.of(each).kind())).add(each);
      }
      all.replaceAll((_, records) -> List.copyOf(records));
      return new ByKind(all);
    }
  }

  /// The records of a kind, in the order of the case.
  static List<CaseRecord> list(OpenCase open, RecordForm form) {
    return open.once(ByKind.class, ByKind::of).all.getOrDefault(form.kind(), List.of());
  }

  /// How many records there are of each kind.
  static Map<String, Integer> counts(OpenCase open) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    open.once(ByKind.class, ByKind::of).all.forEach((kind, all) -> counts.put(kind, all.size()));
    return counts;
  }

  /// The record of this kind that an address names.
  static CaseRecord find(Asked asked, RecordForm form) {
    String id = asked.path("id");
    return asked
        .open()
        .view()
        .find(id)
        .<CaseRecord>map(each -> each)
        .filter(
            each -> each.id().value().equals(id) && RecordForm.of(each).kind().equals(form.kind()))
        .or(() -> setAside(asked.open(), form, id))
        .orElseThrow(
            () ->
                new NotOnRecord(
                    "record",
                    id,
                    list(asked.open(), form).stream().map(each -> each.id().value()).toList()));
  }

  private static Optional<CaseRecord> setAside(OpenCase open, RecordForm form, String id) {
    return open.view()
        .findSetAside(id)
        .filter(each -> RecordForm.of(each).kind().equals(form.kind()));
  }

  /// The sides of a difference that say something, by these names.
  static Map<String, FormValue> sides(Difference difference, String before, String after) {
    Map<String, FormValue> sides = new LinkedHashMap<>();
    if (difference.before() != null) {
      sides.put(before, difference.before());
    }
    if (difference.after() != null) {
      sides.put(after, difference.after());
    }
    return sides;
  }

  /// A difference, its sides under these names; `null` where nothing stands.
  static JsonNode difference(RecordForm form, Difference each, String before, String after) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("field", String.join("/", each.path()));
    json.putNull(before).putNull(after);
    sides(each, before, after)
        .forEach((name, side) -> json.set(name, FormValueJson.of(form, each.path(), side)));
    return json;
  }
}
