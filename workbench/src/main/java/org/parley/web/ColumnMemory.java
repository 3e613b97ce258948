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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.sheet.Sheet;
import org.parley.model.cases.CaseView;
import org.parley.web.view.Address;
import org.parley.web.view.Link;

/// The columns that were chosen for tables with the same headings, kept in a cookie.
///
/// It holds names of columns alone, by a digest of case, kind and headings. So nothing of a file is
/// kept on the server, and nobody learns what others took in.
final class ColumnMemory {

  private static final String COOKIE = "parley-columns";
  private static final int MOST_TABLES = 8;
  private static final int LONGEST = 3_500;
  private static final int DIGEST_BYTES = 6;
  private static final Duration KEPT = Duration.ofDays(365);

  private ColumnMemory() {}

  /// The columns of a sheet: as they were chosen before, else as its headings say.
  static List<String> columns(Context ctx, CaseView view, TableKind kind, Sheet sheet) {
    String kept = read(ctx).get(key(view, kind, sheet));
    List<String> recognised = Headings.recognised(kind, sheet, view);
    List<String> chosen = kept == null ? List.of() : List.of(kept.split(",", -1));
    List<String> allowed = Headings.columns(kind, view);
    boolean fits =
        chosen.size() == recognised.size()
            && chosen.stream().allMatch(each -> each.isEmpty() || allowed.contains(each));
    return fits ? chosen : recognised;
  }

  /// Keeps the columns of a sheet, if they differ from what its headings say.
  static void keep(Context ctx, CaseView view, TableKind kind, Sheet sheet, List<String> columns) {
    Map<String, String> all = read(ctx);
    String key = key(view, kind, sheet);
    String chosen = String.join(",", columns);
    boolean isUsual = columns.equals(Headings.recognised(kind, sheet, view));
    if (isUsual ? all.remove(key) == null : chosen.equals(all.get(key))) {
      return;
    }
    if (!isUsual) {
      all.remove(key);
      all.put(key, chosen);
    }
    write(ctx, all);
  }

  private static Map<String, String> read(Context ctx) {
    Map<String, String> all = new LinkedHashMap<>();
    String cookie = Objects.requireNonNullElse(ctx.cookie(COOKIE), "");
    try {
      String text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        int colon = line.indexOf(':');
        if (colon > 0 && all.size() < MOST_TABLES) {
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
    all.forEach((key, columns) -> lines.add(key + ":" + columns));
    while (lines.size() > MOST_TABLES || encoded(lines).length() > LONGEST) {
      lines.removeFirst();
    }
    Cookie cookie = new Cookie(COOKIE, encoded(lines));
    cookie.setPath(Link.toPresent(Address.IMPORT_TABLE));
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

  private static String key(CaseView view, TableKind kind, Sheet sheet) {
    String text =
        view.info().title().text() + "\n" + kind + "\n" + String.join("\n", sheet.heading());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
