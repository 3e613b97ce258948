package org.parley.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
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

  /// A record with its kind, its version and its readers.
  record VersionedRecord(
      String kind,
      String id,
      String version,
      @JsonKey(schema = "Visibility") JsonNode visibility,
      JsonNode record) {}

  /// The schemas of records, of each kind and as one of all kinds by `kind`.
  static void types(Types types) {
    for (RecordSchemas.Family family : RecordSchemas.Family.values()) {
      RecordSchemas.of(family, Types.SCHEMAS).forEach(types::put);
    }
    ObjectNode kinds = JsonMapper.shared().createObjectNode().put("type", "string");
    kinds.put("description", types.describe("RecordKind"));
    RecordForm.kinds().forEach(kinds.putArray("enum")::add);
    types.put("RecordKind", kinds);
    byKind(types, VersionedRecord.class, RecordSchemas.Family.ANSWERED);
    byKind(types, JournalLines.SetAsideRecord.class, RecordSchemas.Family.ANSWERED);
    byKind(types, ChangeLines.AddRecordInput.class, RecordSchemas.Family.SENT);
    byKind(types, ChangeLines.ChangeRecordInput.class, RecordSchemas.Family.SENT);
    byKind(types, TextLines.CorrectionInput.class, RecordSchemas.Family.SENT);
  }

  /// A shape that holds a record: one for each kind, told apart by `kind`.
  private static void byKind(Types types, Class<?> holder, RecordSchemas.Family family) {
    ObjectNode union = JsonMapper.shared().createObjectNode();
    union.put("description", types.describe(Types.name(holder)));
    ArrayNode forms = union.putArray("oneOf");
    ObjectNode by = union.putObject("discriminator").put("propertyName", "kind");
    ObjectNode mapping = by.putObject("mapping");
    Kinds.records()
        .forEach(
            (kind, shape) -> {
              ObjectNode form = types.object(holder);
              ObjectNode properties = (ObjectNode) form.get("properties");
              ObjectNode word = JsonMapper.shared().createObjectNode().put("type", "string");
              word.putArray("enum").add(kind);
              replace(properties, "kind", word);
              replace(properties, "record", Types.reference(family.name(shape.type())));
              String name =
                  holder.getSimpleName().replace("Record", "").replace("Input", "")
                      + family.name(shape.type());
              types.put(name, form);
              forms.add(Types.reference(name));
              mapping.put(kind, Types.SCHEMAS + name);
            });
    types.put(holder, union);
  }

  /// Replaces the schema of a key, but for its description.
  private static void replace(ObjectNode properties, String key, ObjectNode schema) {
    properties.set(key, schema.set("description", properties.get(key).get("description")));
  }

  /// A record as JSON.
  static ObjectNode record(CaseRecord record) {
    RecordForm form = RecordForm.of(record);
    return FormValueJson.of(form, form.written(record));
  }

  /// The address of a record.
  static String address(CaseRecord record) {
    return "/api/records/" + RecordForm.of(record).kind() + "/" + record.id().value();
  }

  /// The visibility of a record, also if it is the default.
  static JsonNode visibility(Visibility visibility) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (visibility) {
      case Visibility.Party(PartyId party) ->
          nodes.objectNode().put(FormVisibility.ONE, party.value());
      case Visibility.Parties(List<PartyId> parties) -> {
        ArrayNode ids = nodes.arrayNode();
        parties.forEach(each -> ids.add(each.value()));
        yield nodes.objectNode().set(FormVisibility.SOME, ids);
      }
      case Visibility.Public _, Visibility.Delegations _, Visibility.Mediator _ ->
          nodes.stringNode(FormVisibility.word(visibility));
    };
  }

  /// A record with its kind, its version and its readers.
  static VersionedRecord versioned(CaseRecord record) {
    return new VersionedRecord(
        RecordForm.of(record).kind(),
        record.id().value(),
        Version.of(record).value(),
        visibility(record.visibility()),
        record(record));
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
        .findWhole(id)
        .filter(each -> RecordForm.of(each).kind().equals(form.kind()))
        .orElseThrow(
            () ->
                new NotOnRecord(
                    "record",
                    id,
                    list(asked.open(), form).stream().map(each -> each.id().value()).toList()));
  }

  /// One side of a difference; absent where nothing stands.
  static @Nullable JsonNode side(RecordForm form, Difference each, @Nullable FormValue side) {
    return side == null ? null : FormValueJson.of(form, each.path(), side);
  }

  /// The field of a difference.
  static String field(Difference each) {
    return String.join("/", each.path());
  }
}
