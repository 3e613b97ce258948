package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.web.WebClient;
import org.parley.web.access.Route;

/// Words that try to become part of the page: kept in the case, or sent along with a question.
class MarkupAttackTest {

  private static final List<String> REFLECTED =
      List.of(
          "\"><xss-tag onxss=x>",
          "'onxss='x",
          "\" onxss=\"x",
          "</script><xss-tag>",
          "--><xss-tag>",
          "javascript:xss()",
          "{{xss}}<xss-tag>",
          "\u2028<xss-tag>",
          "<svg/onxss=x><xss-tag>",
          "&lt;xss-tag&gt;<xss-tag>");

  /// How many parameters one request carries.
  private static final int TOGETHER = Effort.of(32, 12);

  @TempDir static Path folder;
  private static HostileWorld world;
  private static Target target;
  private static Set<String> parameters;

  @BeforeAll
  static void start() throws Exception {
    world = HostileWorld.build();
    target = new Target(folder, world.contents());
    parameters = Addresses.parameters();
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  /// What of the words became part of the page; empty where they stayed words.
  static String broken(String html) {
    Document page = Jsoup.parse(html);
    for (Element element : page.getAllElements()) {
      String tag = element.normalName();
      if (tag.startsWith("xss") || element.absUrl("src").contains("evil.example")) {
        return "an element: " + element.outerHtml();
      }
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("on") || name.equals("style") || name.startsWith("xss")) {
          return "an attribute: " + attribute;
        }
        if (Set.of(
                    "href",
                    "src",
                    "action",
                    "formaction",
                    "xlink:href",
                    "data-hx-get",
                    "data-hx-post")
                .contains(name)
            && (value.startsWith("javascript:")
                || value.startsWith("data:")
                || value.startsWith("//"))) {
          return "an address: " + attribute;
        }
        if ((name.equals("src") || name.equals("srcset")) && value.contains("evil.example")) {
          return "something loaded: " + attribute;
        }
      }
    }
    for (Element script : page.select("script")) {
      if (!script.data().isBlank()) {
        return "a script in the page: " + script.data();
      }
    }
    return "";
  }

  private static String judged(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
      return "status " + answer.statusCode();
    }
    if (!policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        || policy.contains("unsafe")) {
      return "policy " + policy;
    }
    if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
      return "a type that may be guessed";
    }
    return type.startsWith("text/html") || type.contains("svg") ? broken(answer.body()) : "";
  }

  @Test
  void wordsOfTheCaseStayWords() {
    assertTrue(world.fields().size() > 40, world.fields().toString());
    try (Attacks attacks = new Attacks("stored XSS")) {
      boolean shown = false;
      for (Route route : target.local.routes()) {
        if (route.isSafe() && route.kind() != Route.Kind.STREAM) {
          List<String> paths = Addresses.of(route, world.contents(), target.journal.last());
          // pages of the past are the pages of today: one address of each is enough
          for (String path : isPast(route) ? paths.subList(0, 1) : paths) {
            HttpResponse<String> answer = target.local().get(path);
            String broken = judged(answer);
            shown |= answer.body().contains("xss-tag");
            attacks.tried(path, broken.isEmpty(), broken);
          }
        }
      }
      for (Route route : target.team.routes()) {
        if (route.isSafe() && route.kind() != Route.Kind.STREAM) {
          String broken = judged(target.as("ann").get(Addresses.some(route)));
          attacks.tried("served " + route.path(), broken.isEmpty(), broken);
        }
      }
      assertTrue(shown, "the hostile words are on the pages");
      String text = target.local().get("/read/" + Addresses.TEXT).body();
      assertTrue(text.contains("xss-tag") && text.contains("p-1"), "a text was read");
    }
  }

  @Test
  void wordsOfAQuestionStayWords() {
    try (Attacks attacks = new Attacks("reflected XSS")) {
      for (Route route : target.local.routes()) {
        if (!route.isSafe() || route.kind() == Route.Kind.STREAM) {
          continue;
        }
        for (String words : REFLECTED) {
          if (route.path().contains("{")) {
            attack(attacks, Addresses.with(route, WebClient.encoded(words).replace("+", "%20")));
          }
        }
        boolean once = isPast(route) || route.kind() == Route.Kind.FILE;
        List<String> names = once ? List.of() : List.copyOf(parameters);
        for (int from = 0; from < names.size(); from += TOGETHER) {
          attack(
              attacks,
              Addresses.some(route),
              names.subList(from, Math.min(names.size(), from + TOGETHER)));
        }
      }
      for (String words : REFLECTED) {
        attack(attacks, "/search?q=" + WebClient.encoded(words));
        attack(attacks, "/claims?q=" + WebClient.encoded(words));
        attack(attacks, "/claims?speaker=" + WebClient.encoded(words));
        attack(attacks, "/complete?q=" + WebClient.encoded(words));
        attack(attacks, "/said?date=" + WebClient.encoded(words));
        attack(attacks, "/nowhere/" + WebClient.encoded(words).replace("+", "%20"));
        attack(attacks, "/?" + WebClient.encoded(words) + "=1");
        String audit = judged(target.as("ann").get("/audit?who=" + WebClient.encoded(words)));
        attacks.tried("/audit?who=" + words, audit.isEmpty(), audit);
      }
    }
  }

  private static boolean isPast(Route route) {
    return route.path().startsWith("/then/");
  }

  /// Parameters that a page ignores are sent in one request. Where one of them is refused, the page
  /// shows that one alone, and each half is sent by itself.
  private static void attack(Attacks attacks, String path, List<String> names) {
    HttpResponse<String> answer = target.local().get(path + "?" + hostile(names));
    if (answer.statusCode() != 200 && names.size() > 1) {
      int half = names.size() / 2;
      attack(attacks, path, names.subList(0, half));
      attack(attacks, path, names.subList(half, names.size()));
      return;
    }
    String broken = judged(answer);
    names.forEach(
        name -> attacks.tried(path + "?" + hostile(List.of(name)), broken.isEmpty(), broken));
  }

  private static String hostile(List<String> names) {
    String value = WebClient.encoded(REFLECTED.getFirst());
    return names.stream()
        .map(name -> WebClient.encoded(name) + "=" + value)
        .collect(Collectors.joining("&"));
  }

  private static void attack(Attacks attacks, String path) {
    String broken = judged(target.local().get(path));
    attacks.tried(path, broken.isEmpty(), broken);
  }

  /// Every form of every kind, sent back with hostile words in every field it has: the page that
  /// says what is wrong shows them all again.
  @Test
  void wordsOfAFormStayWords() {
    try (Attacks attacks = new Attacks("XSS in redisplayed forms")) {
      Target.Client client = target.local();
      String token = client.token();
      for (CaseRecord record :
          List.copyOf(world.contents().viewFor(new Viewer.Mediator()).records())) {
        String kind = RecordForm.of(record).kind();
        for (String path : List.of("/edit/" + kind, "/edit/" + kind + "/" + record.id())) {
          Map<String, String> fields = fields(client.get(path).body());
          for (String action : List.of("refresh", "save")) {
            Map<String, String> sent = new java.util.LinkedHashMap<>();
            fields.keySet().forEach(name -> sent.put(name, HostileWorld.WORDS));
            sent.put("_do", action);
            sent.put("token", token);
            HttpResponse<String> answer = client.form(path, sent);
            String broken = judged(answer);
            attacks.tried("POST " + path + " " + action, broken.isEmpty(), broken);
          }
        }
      }
    }
  }

  static Map<String, String> fields(String html) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    for (Element each : Jsoup.parse(html).select("main form [name]")) {
      fields.put(each.attr("name"), each.hasAttr("value") ? each.attr("value") : each.wholeText());
    }
    return fields;
  }

  /// Everything that is downloaded says what it is, and none of it is a page.
  @Test
  void whatIsDownloadedIsNoPage() {
    try (Attacks attacks = new Attacks("XSS in downloads")) {
      List<String> files = new ArrayList<>();
      for (Route route : target.local.routes()) {
        if (route.isSafe() && route.kind() == Route.Kind.FILE) {
          files.add(Addresses.some(route));
        }
      }
      Set<String> types = new TreeSet<>();
      for (String path : files) {
        HttpResponse<String> answer = target.local().get(path);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        types.add(type);
        boolean hostile = answer.body().contains("xss-tag") && path.startsWith("/export/");
        boolean isAttached =
            answer.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment");
        // a page says why there is no file
        boolean isRefused = answer.statusCode() == 400 && judged(answer).isEmpty();
        attacks.tried(
            path, isAttached || isRefused || (!type.startsWith("text/html") && !hostile), type);
      }
      String brief = judged(target.local().get("/brief"));
      attacks.tried("/brief", brief.isEmpty(), brief);
      assertTrue(types.size() > 3, types.toString());
    }
  }
}
