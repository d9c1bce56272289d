<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes a page of a bounce report in XML: a table of the customers and one of the events, with what columns there are. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:rebound:bounce-report:1"
		exclude-result-prefixes="r">
	<xsl:output method="html" encoding="UTF-8" indent="no"/>

	<xsl:template match="/r:bounce_report">
		<html>
			<head>
				<title>Bounce report</title>
				<style>
					body { font-family: sans-serif; }
					table { border-collapse: collapse; }
					th, td { border: 1px solid #999; padding: 0.2em 0.4em; text-align: left; vertical-align: top; }
					thead { position: sticky; top: 0; background: #eee; }
				</style>
			</head>
			<body>
				<h1>Bounce report</h1>
				<xsl:call-template name="table">
					<xsl:with-param name="title">Customers</xsl:with-param>
					<xsl:with-param name="rows" select="r:customer"/>
				</xsl:call-template>
				<xsl:call-template name="table">
					<xsl:with-param name="title">Events</xsl:with-param>
					<xsl:with-param name="rows" select="r:event"/>
				</xsl:call-template>
			</body>
		</html>
	</xsl:template>

	<xsl:template name="table">
		<xsl:param name="title"/>
		<xsl:param name="rows"/>
		<xsl:if test="$rows">
			<table>
				<caption><xsl:value-of select="$title"/></caption>
				<thead>
					<tr>
						<xsl:for-each select="$rows[1]/*">
							<th scope="col"><xsl:value-of select="local-name()"/></th>
						</xsl:for-each>
					</tr>
				</thead>
				<tbody>
					<xsl:for-each select="$rows">
						<tr>
							<xsl:for-each select="*">
								<td><xsl:value-of select="."/></td>
							</xsl:for-each>
						</tr>
					</xsl:for-each>
				</tbody>
			</table>
		</xsl:if>
	</xsl:template>
</xsl:stylesheet>
