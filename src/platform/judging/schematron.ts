/**
 * A stylesheet that turns a Schematron schema (ISO 19757-3, XSLT query binding) into a stylesheet that lists what fails:
 * <failed rule="…" flag="…" path="…">text</failed>. Each pattern has a mode of its own, in which the first rule that takes an
 * element wins, as the standard has it. Variables of patterns become global ones, as in the usual implementations.
 */
export const schematronToXslt = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:out="urn:counterfoil:out" xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="sch">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:template match="/sch:schema">
    <out:stylesheet version="3.0">
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="string(@uri)"/></xsl:for-each>
      <xsl:apply-templates select="sch:let | sch:pattern/sch:let"/>
      <xsl:copy-of select="xsl:function"/>
      <out:template match="/">
        <failures>
          <xsl:for-each select="sch:pattern[sch:rule]"><out:apply-templates select="*" mode="pattern{position()}"/></xsl:for-each>
        </failures>
      </out:template>
      <xsl:for-each select="sch:pattern[sch:rule]">
        <xsl:variable name="mode" select="'pattern' || position()"/>
        <xsl:for-each select="sch:rule">
          <out:template match="{@context}" mode="{$mode}" priority="{1 + last() - position()}">
            <xsl:apply-templates select="sch:let | sch:assert | sch:report"/>
            <out:apply-templates select="*" mode="{$mode}"/>
          </out:template>
        </xsl:for-each>
        <out:template match="*" mode="{$mode}" priority="-1"><out:apply-templates select="*" mode="{$mode}"/></out:template>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>
  <xsl:template match="sch:let"><out:variable name="{@name}" select="{@value}"/></xsl:template>
  <xsl:template match="sch:assert | sch:report">
    <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
      <failed rule="{@id}" flag="{(@flag, ../@flag, 'fatal')[1]}" path="{{path()}}"><xsl:value-of select="normalize-space(.)"/></failed>
    </out:if>
  </xsl:template>
</xsl:stylesheet>`;
