package org.parley.web.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.web.RecordPlaces;
import org.parley.web.access.Route;

/// Addresses of the lines of the router, and the names of everything they read.
final class Addresses {

  private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern READ =
      Pattern.compile(
          "(?:text|day|number|oneOf|list|queryParams?|formParams?)\\(\\s*\"([A-Za-z_]+)\"");

  /// Names that are put together, or read from a whole map.
  private static final List<String> MORE =
      List.of(
          "baseline.A",
          "weight.A:p2",
          "table.p2",
          "lift",
          "add",
          "keep",
          "id",
          "about",
          "source",
          "quote",
          "replyTo",
          "element",
          "removed",
          "_keep/concludes",
          "_choose/concludes",
          "_base",
          "_theirs",
          "_form",
          "_do");

  /// Stands in an address for the text that whoever asks has brought; [Target.Client] puts it in.
  static final String TEXT = "the-text-brought";

  /// The same for a job that whoever asks has begun.
  static final String JOB = "the-job-begun";

  private Addresses() {}

  /// The names of parameters that any page reads.
  static Set<String> parameters() {
    Set<String> names = new TreeSet<>(MORE);
    try (Stream<Path> files = Files.walk(Attacks.pages())) {
      for (Path each : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher read = READ.matcher(Files.readString(each));
        while (read.find()) {
          names.add(read.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /// Every address of a line of the router that leads to something in a case.
  static List<String> of(Route route, Case contents, long lastEntry) {
    List<String> all = List.of(route.path());
    if (route.path().contains("{kind}/{id}")) {
      Set<String> both = new LinkedHashSet<>();
      for (CaseRecord each : records(contents)) {
        both.add(
            route
                .path()
                .replace("{kind}", RecordForm.of(each).kind())
                .replace("{id}", each.id().value()));
      }
      all = List.copyOf(both);
    }
    all = filled(all, "{kind}", List.copyOf(RecordForm.kinds()));
    all = filled(all, "{number}", List.of(Long.toString(lastEntry)));
    all = filled(all, "{text}", List.of(TEXT));
    all = filled(all, "{job}", List.of(JOB));
    all = filled(all, "{sent}", List.of("none"));
    all = filled(all, "{link}", List.of("none"));
    all = filled(all, "{proposal}", List.of("0", "1"));
    all = filled(all, "{finding}", List.of("packages", "clashes", "knots", "plans"));
    all = filled(all, "{name}", List.of("parley.css"));
    return filled(all, "{id}", ids(route.path(), contents));
  }

  /// Every record to which an address may lead, and one to which it does not.
  private static List<String> ids(String path, Case contents) {
    Map<Boolean, List<String>> ids =
        records(contents).stream()
            .collect(
                Collectors.partitioningBy(
                    each -> RecordPlaces.mayLeadTo(path, RecordForm.of(each).kind()),
                    Collectors.mapping(each -> each.id().value(), Collectors.toList())));
    List<String> all = new ArrayList<>(ids.getOrDefault(true, List.of()));
    ids.getOrDefault(false, List.of()).stream().limit(1).forEach(all::add);
    return all;
  }

  /// One address of a line of the router, with the same in every brace.
  static String with(Route route, String value) {
    return BRACES.matcher(route.path()).replaceAll(Matcher.quoteReplacement(value));
  }

  /// One address of a line of the router that leads to something: a point, a party, a claim.
  static String some(Route route) {
    String path = route.path();
    String id =
        path.contains("/parties/")
            ? "A"
            : path.contains("/claims/") ? "c8" : path.contains("/sources/") ? "whisper" : "p2";
    // what is written without a word from the form is not asked of a text that is there
    boolean isDecision = path.matches(".*/(accept|dismiss|reopen|again)");
    return path.replace("{kind}", "points")
        .replace("{text}", isDecision ? "none" : TEXT)
        .replace("{proposal}", "1")
        .replace("{number}", "1")
        .replace("{name}", "parley.css")
        .replaceAll("\\{[a-z]+}", id);
  }

  private static List<String> filled(List<String> paths, String brace, List<String> values) {
    List<String> all = new ArrayList<>();
    for (String path : paths) {
      if (path.contains(brace)) {
        values.forEach(value -> all.add(path.replace(brace, value)));
      } else {
        all.add(path);
      }
    }
    return all;
  }

  private static List<CaseRecord> records(Case contents) {
    return List.copyOf(contents.viewFor(new Viewer.Mediator()).records());
  }
}
