package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** What we know of a person as a page they can read: one file, nothing loaded from elsewhere. */
final class PersonalDataPage {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc;white-space:pre-wrap}";

  private final ResourceBundle words;
  private final StringBuilder page = new StringBuilder(8_000);

  private PersonalDataPage(ResourceBundle words) {
    this.words = words;
  }

  /**
   * The page.
   *
   * @param all sections, each a list of rows
   * @param language French, or English for any other
   */
  static String of(JsonObject all, Locale language, Instant now) {
    Locale said = language.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT;
    PersonalDataPage page = new PersonalDataPage(words(said));
    page.write(all, said, now);
    return page.page.toString();
  }

  static ResourceBundle words(Locale language) {
    return ResourceBundle.getBundle(
        "org.decroche.web.api.personal-data",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private void write(JsonObject all, Locale language, Instant now) {
    String title = words.getString("title");
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.equals(Locale.ROOT) ? Locale.UK : Locale.FRANCE)
            .withZone(ZoneOffset.UTC)
            .format(now);
    page.append("<!doctype html>\n<html lang=\"")
        .append(language.equals(Locale.ROOT) ? "en" : "fr")
        .append(
            "\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(title)
        .append("</title>\n<style>")
        .append(STYLE)
        .append("</style>\n<h1>")
        .append(title)
        .append("</h1>\n<p>")
        .append(day)
        .append(" · ")
        .append(words.getString("times"))
        .append("</p>\n");
    all.fieldNames().forEach(section -> section(section, all.getJsonArray(section)));
    page.append("</html>\n");
  }

  private void section(String name, JsonArray rows) {
    page.append("<h2>").append(words.getString("section." + name)).append("</h2>\n");
    if (rows.isEmpty()) {
      page.append("<p>").append(words.getString("nothing")).append("</p>\n");
      return;
    }
    page.append("<table>\n<tr>");
    var columns = rows.getJsonObject(0).fieldNames();
    columns.forEach(
        column -> page.append("<th>").append(words.getString("column." + column)).append("</th>"));
    page.append("</tr>\n");
    for (Object row : rows) {
      page.append("<tr>");
      for (String column : columns) {
        page.append("<td>").append(text(((JsonObject) row).getValue(column))).append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  /** Texts are what people typed: nothing of them may act on the page. */
  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return value == null
        ? ""
        : value
            .toString()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
