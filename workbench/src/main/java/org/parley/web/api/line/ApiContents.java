package org.parley.web.api.line;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// The contents of an OpenAPI document.
///
/// @param summary what it describes, in a sentence
/// @param types the shapes that the lines name
/// @param examples by `sent` and `answered`, each by the name of a line
public record ApiContents(
    String summary, List<Line> lines, List<Download> files, Types types, JsonNode examples) {

  public ApiContents {
    lines = List.copyOf(lines);
    files = List.copyOf(files);
  }
}
