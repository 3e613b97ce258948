package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.model.cases.CaseView;
import org.parley.web.incidents.ImportChoices;
import org.parley.web.view.Address;
import org.parley.web.view.Link;

/// The meanings that were chosen for words of files of incidents, kept in a cookie.
///
/// It holds digests of case and word, and the meaning. So no name of a file is kept, and nobody
/// learns what others took in.
final class IncidentMemory {

  private static final String COOKIE = "parley-incident-words";
  private static final int LONGEST = 3_500;
  private static final int DIGEST_BYTES = 6;
  private static final Duration KEPT = Duration.ofDays(365);

  private IncidentMemory() {}

  /// These choices, with what was said before of the words of a file.
  static ImportChoices with(
      Context ctx, CaseView view, ImportChoices choices, Map<About, Map<String, Integer>> met) {
    Map<String, String> kept = read(ctx);
    ImportChoices all = choices;
    for (Map.Entry<About, Map<String, Integer>> each : met.entrySet()) {
      Map<String, String> meant = new HashMap<>();
      for (String word : each.getValue().keySet()) {
        String meaning = kept.get(key(view, each.getKey(), word));
        if (meaning != null && isThere(each.getKey(), meaning, view)) {
          meant.put(word, meaning);
        }
      }
      all = meant.isEmpty() ? all : all.with(each.getKey(), meant);
    }
    return all;
  }

  private static boolean isThere(About about, String meaning, CaseView view) {
    return about != About.PARTY
        || meaning.equals(NameMapping.NOTHING)
        || view.parties().stream().anyMatch(each -> each.id().value().equals(meaning));
  }

  /// Keeps what words were said to mean.
  static void keep(Context ctx, CaseView view, ImportChoices choices) {
    if (choices.words().isEmpty()) {
      return;
    }
    Map<String, String> all = read(ctx);
    choices
        .words()
        .forEach(
            (about, words) ->
                words.forEach(
                    (written, meant) -> {
                      String key = key(view, about, written);
                      all.remove(key);
                      all.put(key, meant);
                    }));
    write(ctx, all);
  }

  private static Map<String, String> read(Context ctx) {
    Map<String, String> all = new LinkedHashMap<>();
    String cookie = Objects.requireNonNullElse(ctx.cookie(COOKIE), "");
    try {
      String text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          all.put(line.substring(0, colon), line.substring(colon + 1));
        }
      }
    } catch (IllegalArgumentException _) {
      all.clear();
    }
    return all;
  }

  private static void write(Context ctx, Map<String, String> all) {
    List<String> lines = new ArrayList<>();
    all.forEach((key, meant) -> lines.add(key + ":" + meant));
    while (encoded(lines).length() > LONGEST) {
      lines.subList(0, 1 + lines.size() / 8).clear();
    }
    Cookie cookie = new Cookie(COOKIE, encoded(lines));
    cookie.setPath(Link.toPresent(Address.IMPORT_INCIDENTS));
    cookie.setHttpOnly(true);
    cookie.setSecure(ctx.scheme().equals("https"));
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge((int) KEPT.toSeconds());
    ctx.cookie(cookie);
  }

  private static String encoded(List<String> lines) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static String key(CaseView view, About about, String word) {
    String text = view.info().title().text() + "\n" + about + "\n" + word;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
