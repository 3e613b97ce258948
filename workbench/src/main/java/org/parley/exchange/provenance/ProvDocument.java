package org.parley.exchange.provenance;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A document of PROV-JSON: elements by id, and relations by the kind. See the W3C member
/// submission The PROV-JSON Serialization, 2013.
final class ProvDocument {

  private static final String CASE = "case:";

  private final ObjectNode root = JsonMapper.shared().createObjectNode();
  private final Set<String> agents = new HashSet<>();
  private final TreeMap<String, Integer> counts = new TreeMap<>();

  /// @param namespace of the ids of the case; an IRI
  ProvDocument(String namespace) {
    ObjectNode prefixes = root.putObject("prefix");
    prefixes.put("case", namespace);
    prefixes.put("parley", "urn:parley:");
  }

  private ObjectNode kind(String name) {
    return root.withObjectProperty(name);
  }

  /// The id of a record as a qualified name: `case:claim/c1`.
  static String name(String kind, String id) {
    return CASE + kind + "/" + id;
  }

  /// Adds an entity.
  ObjectNode entity(String name, String type, String label) {
    ObjectNode entity = kind("entity").putObject(name);
    typed(entity, "parley:" + type);
    return entity.put("prov:label", label);
  }

  /// Adds an agent, once.
  ///
  /// @param type of PROV: `prov:Person`
  String agent(String name, String type, String label) {
    if (agents.add(name)) {
      ObjectNode agent = kind("agent").putObject(name);
      typed(agent, type);
      agent.put("prov:label", label);
    }
    return name;
  }

  /// Adds an activity.
  void activity(String name, String type, String label) {
    ObjectNode activity = kind("activity").putObject(name);
    typed(activity, "parley:" + type);
    activity.put("prov:label", label);
  }

  /// One entity was made from another.
  ///
  /// @param type `prov:PrimarySource`, `prov:Quotation` or `prov:Revision`; null for none of them
  void derived(String entity, String from, @Nullable String type) {
    ObjectNode relation =
        relation("wasDerivedFrom").put("prov:generatedEntity", entity).put("prov:usedEntity", from);
    if (type != null) {
      typed(relation, type);
    }
  }

  void attributed(String entity, String agent) {
    relation("wasAttributedTo").put("prov:entity", entity).put("prov:agent", agent);
  }

  void generated(String entity, String activity) {
    relation("wasGeneratedBy").put("prov:entity", entity).put("prov:activity", activity);
  }

  void invalidated(String entity, String activity) {
    relation("wasInvalidatedBy").put("prov:entity", entity).put("prov:activity", activity);
  }

  void used(String activity, String entity) {
    relation("used").put("prov:activity", activity).put("prov:entity", entity);
  }

  private ObjectNode relation(String kind) {
    int number = counts.merge(kind, 1, Integer::sum);
    return kind(kind).putObject("_:" + kind + number);
  }

  private static void typed(ObjectNode element, String type) {
    element.putObject("prov:type").put("$", type).put("type", "prov:QUALIFIED_NAME");
  }

  /// Its text.
  String text() {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
