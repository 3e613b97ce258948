package org.parley.web.export;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tables.TableFormat;
import org.parley.web.view.Address;
import org.parley.web.view.Link;

/// The address of a page, and of what is exported from it: the same address, with the name of the
/// table and the format.
///
/// @param path the path of the page, as it was asked for
/// @param parameters its parameters as they were sent, without those of an export
public record ExportAddress(String path, List<String> parameters) {

  /// The parameter that names a table.
  public static final String TABLE = "table";

  /// The parameter that names its format.
  public static final String FORMAT = "format";

  /// The parameter that asks for the citation of a page.
  public static final String CITE = "cite";

  /// The parameter that names a drawing.
  public static final String PICTURE = "picture";

  /// Parameters that do not say what a page shows, but how far its work is.
  private static final Set<String> PASSING =
      Set.of(TABLE, FORMAT, CITE, PICTURE, "seen", "stop", "wait", "again");

  public ExportAddress {
    parameters = List.copyOf(parameters);
  }

  /// The address of a request.
  ///
  /// @param query the part after the question mark; null for none
  public static ExportAddress of(String path, @Nullable String query) {
    return new ExportAddress(
        // two slashes at the beginning would name another server
        path.replaceAll("^/+", "/"),
        query == null
            ? List.of()
            : Arrays.stream(query.split("&", -1)).filter(ExportAddress::lasts).toList());
  }

  /// The address of a page as it is written: `/sources?q=reuters`.
  public static ExportAddress of(String address) {
    int query = address.indexOf('?');
    return query < 0
        ? of(address, null)
        : of(address.substring(0, query), address.substring(query + 1));
  }

  private static boolean lasts(String parameter) {
    int equals = parameter.indexOf('=');
    return !parameter.isEmpty()
        && !PASSING.contains(equals < 0 ? parameter : parameter.substring(0, equals));
  }

  /// The page itself.
  public String page() {
    return path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
  }

  /// The frame of a table or a drawing of the page.
  ///
  /// @param kind the parameter that names it
  String ofFrame(String kind, String name) {
    String base = Link.toPresent(Address.BOARD).replaceAll("/$", "");
    String below = path.startsWith(base) ? path.substring(base.length()) : path;
    return new ExportAddress(base + Address.FRAMES + below, parameters)
        .with(kind + "=" + Link.encoded(name));
  }

  /// The citation of the page, in a format.
  String cite(CitationFormat format) {
    return with(CITE + "=" + format.word());
  }

  private String with(String more) {
    return page() + (parameters.isEmpty() ? "?" : "&") + more;
  }

  /// A drawing of the page, in a format.
  String picture(String name, PictureFormat format) {
    return with(PICTURE + "=" + Link.encoded(name) + "&" + FORMAT + "=" + format.word());
  }

  /// A table of the page, in a format.
  public String table(String table, TableFormat format) {
    return with(TABLE + "=" + Link.encoded(table) + "&" + FORMAT + "=" + format.word());
  }
}
