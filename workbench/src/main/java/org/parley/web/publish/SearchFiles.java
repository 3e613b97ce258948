package org.parley.web.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.parley.web.search.SearchedRecords.Searched;
import org.parley.web.view.Address;
import org.parley.web.view.Say;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The search of a published site: an index in a file, and a script that reads it. It is a script
/// too, since pages read from a disk may load no other data.
final class SearchFiles {

  static final String SCRIPT = "search/search.js";
  static final String INDEX = "search/records.js";

  private SearchFiles() {}

  /// The script.
  static byte[] script() {
    try (InputStream in = SearchFiles.class.getResourceAsStream("search.js")) {
      if (in == null) {
        throw new IllegalStateException("search.js is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The index.
  ///
  /// @param file the file that shows a record, by its id
  static byte[] index(List<Searched> records, Function<String, String> file) {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    for (Searched each : records) {
      all.addArray()
          .add(each.id())
          .add(each.kind())
          .add(each.title())
          .add(each.text())
          .add(file.apply(each.id()));
    }
    // each on a line, so that two publications can be compared
    String json = all.toString().replace("],[", "],\n[");
    return ("const parleyRecords = " + json + ";\n").getBytes(StandardCharsets.UTF_8);
  }

  /// Makes the page of the search one that searches.
  static void on(PublishedPage published) {
    Document page = published.document();
    Element main = page.selectFirst("main");
    if (main == null) {
      throw new IllegalStateException(Address.SEARCH + " has no content");
    }
    main.appendElement("div")
        .attr("id", "found")
        .attr("role", "status")
        .attr("data-found", Say.text("publish.search.found"))
        .attr("data-none", Say.text("publish.search.none"))
        .attr("data-more", Say.text("publish.search.more"));
    main.appendElement("noscript").appendElement("p").text(Say.text("publish.search.script"));
    for (String each : List.of(INDEX, SCRIPT)) {
      page.head().appendElement("script").attr("src", published.to(each)).attr("defer", "");
    }
  }
}
