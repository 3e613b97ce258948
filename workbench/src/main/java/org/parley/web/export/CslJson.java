package org.parley.web.export;

import java.time.LocalDate;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Citations for reference managers: a list with one item of CSL-JSON 1.0.
///
/// @see <a href="https://github.com/citation-style-language/schema">The schema of CSL data</a>
final class CslJson {

  private static final ObjectWriter WRITER = JsonMapper.shared().writerWithDefaultPrettyPrinter();

  private CslJson() {}

  static String write(Citation citation) {
    ArrayNode items = JsonMapper.shared().createArrayNode();
    ObjectNode item = items.addObject();
    item.put("type", "webpage");
    item.put("id", citation.key());
    item.put("title", citation.finding());
    item.put("container-title", citation.caseTitle());
    item.putArray("author").addObject().put("literal", "Parley");
    date(item, "issued", citation.asOf());
    date(item, "accessed", citation.accessed());
    item.put("URL", citation.address());
    item.put("version", citation.hash());
    item.put("note", citation.note());
    item.put("language", citation.language().tag());
    return WRITER.writeValueAsString(items) + "\n";
  }

  private static void date(ObjectNode item, String name, LocalDate day) {
    item.putObject(name)
        .putArray("date-parts")
        .addArray()
        .add(day.getYear())
        .add(day.getMonthValue())
        .add(day.getDayOfMonth());
  }
}
